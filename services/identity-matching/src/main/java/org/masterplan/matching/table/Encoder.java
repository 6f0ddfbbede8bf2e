package org.masterplan.matching.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.FieldType;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Role;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Standardiser;
import org.masterplan.matching.standard.Standardisers;

/** Standardises each distinct raw value once and turns rows into codes. */
final class Encoder {
  private static final List<String> NAME_PARTS = List.of("surname", "middleName", "givenName");

  private final Schema schema;
  private final int whole;
  private final List<FeatureColumn> columns = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Map<String, Standardised>> known = new ArrayList<>();
  private final List<Map<String, Standardiser>> standardisers = new ArrayList<>();
  private final Formats formats;

  /** Where a column's value comes from: fields in the order of preference. */
  private record Source(FeatureColumn column, List<Origin> origins) {}

  /** A field, and the piece of it that is meant; null for the whole. */
  private record Origin(int field, Part part, Map<String, Integer> codes) {
    Origin(int field, Part part) {
      this(field, part, new HashMap<>());
    }
  }

  Encoder(Schema schema, Formats formats) {
    this.formats = formats;
    this.schema = schema;
    this.whole = schema.indexOf("fullName");
    for (int f = 0; f < schema.fields().size(); f++) {
      standardisers.add(new HashMap<>());
      known.add(new HashMap<>());
    }
    name(Kind.GIVEN, "givenName", Part.GIVEN);
    name(Kind.MIDDLE, "middleName", Part.MIDDLE);
    name(Kind.SURNAME, "surname", Part.SURNAME);
    birth();
    schema.fields().forEach(this::single);
  }

  List<FeatureColumn> columns() {
    return List.copyOf(columns);
  }

  private void name(Kind kind, String field, Part part) {
    var origins = new ArrayList<Origin>();
    int own = schema.indexOf(field);
    if (whole >= 0) {
      origins.add(new Origin(whole, part));
    } else if (own >= 0) {
      origins.add(new Origin(own, Part.TITLE));
    }
    add(new Feature(field, kind, Role.NAME), origins);
  }

  private void birth() {
    var origins = new ArrayList<Origin>();
    for (var field : List.of("birthDate", "birthYear")) {
      if (schema.indexOf(field) >= 0) {
        origins.add(new Origin(schema.indexOf(field), Part.TITLE));
      }
    }
    add(new Feature("birthDate", Kind.BIRTH, Role.BIRTH), origins);
  }

  private void single(Field field) {
    var kind = kind(field.type());
    if (kind != null) {
      var origin = new Origin(schema.indexOf(field.name()), Part.TITLE);
      add(new Feature(field.name(), kind, field.role()), List.of(origin));
    }
  }

  private static @org.jspecify.annotations.Nullable Kind kind(FieldType type) {
    return switch (type) {
      case PERSON_NAME, GIVEN_NAME, MIDDLE_NAME, SURNAME, DATE, YEAR -> null;
      case ORGANISATION -> Kind.ORGANISATION;
      case PHONE -> Kind.PHONE;
      case EMAIL -> Kind.EMAIL;
      case GENDER -> Kind.GENDER;
      case NATIONAL_ID -> Kind.ID;
      case ADDRESS -> Kind.ADDRESS;
      case PLACE -> Kind.PLACE;
      case POSTCODE -> Kind.POSTCODE;
      case NUMBER -> Kind.NUMBER;
      case TEXT -> Kind.TEXT;
      case CODE -> Kind.CODE;
    };
  }

  private void add(Feature feature, List<Origin> origins) {
    if (!origins.isEmpty()) {
      var column = new FeatureColumn(feature);
      columns.add(column);
      sources.add(new Source(column, origins));
    }
  }

  void encode(RawRecord row) {
    for (var source : sources) {
      source.column().add(code(source, row));
    }
  }

  private int code(Source source, RawRecord row) {
    for (var origin : source.origins()) {
      var raw = origin.field() == whole ? wholeName(row) : row.values().get(origin.field());
      if (!raw.isEmpty()) {
        var format = formats.of(row.source(), schema.fields().get(origin.field()));
        var key = format.isEmpty() ? raw : format + '\u0000' + raw;
        int code =
            origin
                .codes()
                .computeIfAbsent(key, k -> newCode(source.column(), origin, new Raw(raw, format)));
        if (code > 0) {
          return code;
        }
      }
    }
    return 0;
  }

  /** As given, or of its parts, family name first, so that all sources cut names in one way. */
  private String wholeName(RawRecord row) {
    var given = row.values().get(whole);
    if (!given.isEmpty()) {
      return given;
    }
    var parts = new StringJoiner(" ");
    for (var field : NAME_PARTS) {
      int at = schema.indexOf(field);
      if (at >= 0 && !row.values().get(at).isEmpty()) {
        parts.add(row.values().get(at));
      }
    }
    return parts.toString();
  }

  /** A value as it came, and how its source writes such values. */
  private record Raw(String text, String format) {}

  private Standardised standard(int field, Raw raw) {
    var type = schema.fields().get(field).type();
    var standardiser =
        standardisers
            .get(field)
            .computeIfAbsent(raw.format(), format -> Standardisers.of(type, format));
    return known
        .get(field)
        .computeIfAbsent(
            raw.format() + '\u0000' + raw.text(), k -> standardiser.standardise(raw.text()));
  }

  private int newCode(FeatureColumn column, Origin origin, Raw raw) {
    var standard = standard(origin.field(), raw);
    if (!standard.validity().evidence() || standard.canonical().isEmpty()) {
      return 0;
    }
    if (origin.part() == Part.TITLE) {
      return column.codeOf(Value.of(column.feature().kind(), standard));
    }
    var piece = standard.part(origin.part());
    return piece.isEmpty() ? 0 : column.codeOf(named(standard, piece));
  }

  /** The piece with its marks, which the parts themselves do not carry. */
  private static Value named(Standardised whole, String piece) {
    var words = List.of(whole.canonical().split(" "));
    var plain = List.of(whole.folded().split(" "));
    var wanted = List.of(piece.split(" "));
    int at =
        words.size() == plain.size() ? java.util.Collections.indexOfSubList(plain, wanted) : -1;
    var marked = at < 0 ? piece : String.join(" ", words.subList(at, at + wanted.size()));
    return Value.name(marked, piece, whole.validity());
  }
}
