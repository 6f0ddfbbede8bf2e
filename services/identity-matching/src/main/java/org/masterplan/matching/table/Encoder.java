package org.masterplan.matching.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.FieldType;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Role;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Standardiser;
import org.masterplan.matching.standard.Standardisers;

/** What the columns of a table are made of, and how values become theirs. */
final class Encoder {
  private static final String LINE = "street";
  private static final Map<String, Part> PLACES =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of("ward", Part.WARD, "district", Part.DISTRICT, "province", Part.PROVINCE)));
  private static final List<String> NAME_PARTS = List.of("surname", "middleName", "givenName");

  private final Schema schema;
  private final int whole;
  private final List<FeatureColumn> columns = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final Formats formats;

  /** Where a column's value comes from: fields in the order of preference. */
  record Source(FeatureColumn column, List<Origin> origins) {}

  /** A field, and the piece of it that is meant; null for the whole. */
  record Origin(int field, Part part) {}

  Encoder(Schema schema, Formats formats) {
    this.formats = formats;
    this.schema = schema;
    this.whole = schema.indexOf("fullName");
    name(Kind.GIVEN, "givenName", Part.GIVEN);
    name(Kind.MIDDLE, "middleName", Part.MIDDLE);
    name(Kind.SURNAME, "surname", Part.SURNAME);
    birth();
    schema.fields().forEach(this::single);
    placesOfLines();
  }

  List<FeatureColumn> columns() {
    return List.copyOf(columns);
  }

  List<Source> sources() {
    return List.copyOf(sources);
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
      add(new Feature(field.name(), kind, field.role()), origins(field));
    }
  }

  /** A place may also be told by the line of the address, which is then no more than its street. */
  private List<Origin> origins(Field field) {
    int own = schema.indexOf(field.name());
    if (field.name().equals(LINE)) {
      return List.of(new Origin(own, Part.STREET));
    }
    var whole = new Origin(own, Part.TITLE);
    var part = PLACES.get(field.name());
    int line = schema.indexOf(LINE);
    return part == null || line < 0 ? List.of(whole) : List.of(whole, new Origin(line, part));
  }

  /** Places that only lines tell of, while there is room beside what was mapped. */
  private void placesOfLines() {
    int line = schema.indexOf(LINE);
    PLACES.forEach(
        (name, part) -> {
          boolean room = columns.size() < Table.MOST_COMPARED;
          if (room && line >= 0 && schema.indexOf(name) < 0) {
            add(new Feature(name, Kind.PLACE, Role.PLACE), List.of(new Origin(line, part)));
          }
        });
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

  /** Adds one record to the columns. */
  void encode(RawRecord row) {
    var known = new HashMap<Integer, Standardised>();
    for (var source : sources) {
      source.column().add(code(source, row, known));
    }
  }

  private int code(Source source, RawRecord row, Map<Integer, Standardised> known) {
    for (var origin : source.origins()) {
      var raw = raw(row, origin.field());
      if (!raw.isEmpty()) {
        var standard =
            known.computeIfAbsent(
                origin.field(), f -> standardiser(f, formatOf(row.source(), f)).standardise(raw));
        var value = value(source.column().feature().kind(), origin, standard);
        if (value.isPresent()) {
          return source.column().codeOf(value.get());
        }
      }
    }
    return 0;
  }

  int fields() {
    return schema.fields().size();
  }

  /** How the source writes the field, empty where nothing is said. */
  String formatOf(String source, int field) {
    return formats.of(source, schema.fields().get(field));
  }

  Standardiser standardiser(int field, String format) {
    return Standardisers.of(schema.fields().get(field).type(), format, formats.thisYear());
  }

  /** What the record says of the field. */
  String raw(RawRecord row, int field) {
    return field == whole ? wholeName(row) : row.values().get(field);
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

  /** What a standardised value is to a column; empty where it says nothing. */
  static Optional<Value> value(Kind kind, Origin origin, Standardised standard) {
    if (!standard.validity().evidence() || standard.canonical().isEmpty()) {
      return Optional.empty();
    }
    if (origin.part() == Part.TITLE) {
      return Optional.of(Value.of(kind, standard));
    }
    if (kind == Kind.ADDRESS || kind == Kind.PLACE) {
      var place = Standardisers.piece(origin.part(), standard);
      return place.validity().evidence() ? Optional.of(Value.of(kind, place)) : Optional.empty();
    }
    var piece = standard.part(origin.part());
    return piece.isEmpty() ? Optional.empty() : Optional.of(named(standard, piece));
  }

  /** The piece with its marks, which the parts themselves do not carry. */
  private static Value named(Standardised whole, String piece) {
    var words = List.of(whole.canonical().split(" "));
    var plain = List.of(whole.folded().split(" "));
    var wanted = List.of(piece.split(" "));
    int at = words.size() == plain.size() ? Collections.indexOfSubList(plain, wanted) : -1;
    var marked = at < 0 ? piece : String.join(" ", words.subList(at, at + wanted.size()));
    return Value.name(marked, piece, whole.validity());
  }
}
