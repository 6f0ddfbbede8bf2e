package org.masterplan.profiles.source.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.dictionary.domain.Dictionary;

/** Says which column seems to be what, by header words and by values (capability 8). */
public final class MappingSuggestion {
  private static final double ENOUGH = 0.5;
  private static final double CONTRADICTED = 0.3;
  private static final double BY_VALUES_ALONE = 0.8;
  private static final double VALUES_CONFIDENCE = 0.6;
  private static final List<String> PLAIN_FROM_VALUES =
      List.of(Dictionary.EMAIL, Dictionary.PHONE, Dictionary.NATIONAL_ID, Dictionary.BIRTH_DATE);

  private record Candidate(String field, String column, double confidence, String basis) {}

  private MappingSuggestion() {}

  /** The mapping that header and sample suggest; not confirmed. */
  public static Mapping suggest(List<String> columns, List<Row.Good> sample) {
    var samples = columns.stream().map(column -> sampled(column, sample)).toList();
    var candidates = new ArrayList<Candidate>();
    samples.forEach(column -> candidates.addAll(candidates(column)));
    candidates.sort(
        Comparator.comparingDouble(Candidate::confidence)
            .reversed()
            .thenComparing(c -> columns.indexOf(c.column())));
    return assign(candidates);
  }

  private static Mapping assign(List<Candidate> candidates) {
    var fields = new LinkedHashMap<String, ColumnMapping>();
    var used = new HashSet<String>();
    var id = "";
    for (var candidate : candidates) {
      boolean isId = candidate.field().equals(HeaderWords.ID);
      boolean taken = isId ? !id.isEmpty() : fields.containsKey(candidate.field());
      if (taken || !used.add(candidate.column())) {
        continue;
      }
      if (isId) {
        id = candidate.column();
      } else {
        fields.put(candidate.field(), column(candidate));
      }
    }
    return new Mapping(id, inOrder(fields), false);
  }

  private static ColumnMapping column(Candidate candidate) {
    double rounded = Math.round(candidate.confidence() * 100) / 100.0;
    return new ColumnMapping(candidate.column(), "", rounded, candidate.basis());
  }

  private static LinkedHashMap<String, ColumnMapping> inOrder(
      LinkedHashMap<String, ColumnMapping> fields) {
    var ordered = new LinkedHashMap<String, ColumnMapping>();
    Dictionary.FIELDS.forEach(
        field -> {
          var column = fields.get(field);
          if (column != null) {
            ordered.put(field, column);
          }
        });
    return ordered;
  }

  private static List<Candidate> candidates(ColumnSample sample) {
    var found = new ArrayList<Candidate>();
    for (var field : HeaderWords.fields()) {
      double header = HeaderWords.score(sample.column(), field);
      if (header >= ENOUGH) {
        weigh(sample, field, header, found);
      }
    }
    if (found.isEmpty()) {
      byValues(sample, found);
    }
    return found;
  }

  private static void weigh(
      ColumnSample sample, String field, double header, List<Candidate> found) {
    if (field.equals(HeaderWords.ID)) {
      // A column called "code" whose values repeat is not the record's id.
      if (sample.unique()) {
        found.add(new Candidate(field, sample.column(), header, "HEADER"));
      }
      return;
    }
    double values = sample.share(field);
    if (values == ColumnSample.UNKNOWN) {
      found.add(new Candidate(field, sample.column(), 0.9 * header, "HEADER"));
    } else if (values >= CONTRADICTED) {
      found.add(new Candidate(field, sample.column(), header * (0.8 + 0.2 * values), "BOTH"));
    }
  }

  private static void byValues(ColumnSample sample, List<Candidate> found) {
    for (var field : PLAIN_FROM_VALUES) {
      boolean national = field.equals(Dictionary.NATIONAL_ID);
      double share = national ? sample.citizenNumbers() : sample.share(field);
      if (share >= BY_VALUES_ALONE) {
        found.add(new Candidate(field, sample.column(), VALUES_CONFIDENCE * share, "VALUES"));
      }
    }
  }

  private static ColumnSample sampled(String column, List<Row.Good> rows) {
    var cells = rows.stream().filter(r -> r.has(column)).map(r -> r.value(column)).toList();
    return new ColumnSample(column, cells, rows.size());
  }
}
