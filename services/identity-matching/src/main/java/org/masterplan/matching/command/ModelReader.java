package org.masterplan.matching.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.compare.Levels;
import org.masterplan.matching.engine.Learned;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.SavedFrequencies;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.table.Feature;
import org.masterplan.matching.table.Kind;

/** Takes a model file apart; whatever is not as it was written is refused by name. */
final class ModelReader {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}");

  /** Shares that were added up may exceed one by what adding loses. */
  private static final double MOST_SHARE = 1.000001;

  private final Map<?, ?> file;

  ModelReader(Object json) {
    this.file = map(json, "file");
    var version = file.get("version");
    if (!(version instanceof Double number) || number != ModelFile.VERSION) {
      throw InvalidFields.of(
          "version",
          "MODEL_VERSION",
          Map.of(
              "value",
              version instanceof Double n ? plain(n) : "",
              "expected",
              Integer.toString(ModelFile.VERSION)));
    }
  }

  static InvalidFields damaged(String place) {
    return InvalidFields.of("model", "MODEL_DAMAGED", Map.of("value", place));
  }

  Learned learned() {
    var comparisons = new ArrayList<Model.Comparison>();
    var counted = new ArrayList<SavedFrequencies.Counted>();
    for (var each : list(file.get("comparisons"), "comparisons")) {
      var member = map(each, "comparisons");
      comparisons.add(comparison(member));
      counted.add(counted(member));
    }
    double prior = number(file.get("prior"), "prior", Double.MIN_NORMAL, 0.5);
    int records = (int) number(file.get("records"), "records", 0, Integer.MAX_VALUE);
    return new Learned(
        new Model(List.copyOf(comparisons), prior),
        new SavedFrequencies(records, List.copyOf(counted)));
  }

  private static Model.Comparison comparison(Map<?, ?> member) {
    var field = Field.find(text(member, "feature")).orElseThrow(() -> damaged("feature"));
    var kind =
        Arrays.stream(Kind.values())
            .filter(each -> each.name().equals(member.get("kind")))
            .findFirst()
            .orElseThrow(() -> damaged("kind"));
    var levels = Levels.of(kind).names();
    if (!levels.equals(member.get("levels"))) {
      throw damaged("levels of " + field.name());
    }
    var feature = new Feature(field.name(), kind, field.role());
    return new Model.Comparison(
        feature, levels, shares(member, "m", levels.size()), shares(member, "u", levels.size()));
  }

  private static double[] shares(Map<?, ?> member, String name, int count) {
    var given = list(member.get(name), name);
    if (given.size() != count) {
      throw damaged(name);
    }
    return given.stream().mapToDouble(each -> number(each, name, Double.MIN_NORMAL, 1)).toArray();
  }

  private static SavedFrequencies.Counted counted(Map<?, ?> member) {
    var common = new HashMap<Long, SavedFrequencies.Common>();
    map(member.get("common"), "common")
        .forEach((value, each) -> common.put(hash(value), common(each)));
    return new SavedFrequencies.Counted(
        number(member.get("alone"), "alone", Double.MIN_NORMAL, MOST_SHARE), common);
  }

  private static SavedFrequencies.Common common(Object given) {
    var numbers = list(given, "common");
    if (numbers.size() != 2) {
      throw damaged("common");
    }
    return new SavedFrequencies.Common(
        number(numbers.get(0), "common", Double.MIN_NORMAL, MOST_SHARE),
        (int) number(numbers.get(1), "common", 0, Integer.MAX_VALUE));
  }

  private static long hash(Object value) {
    if (!(value instanceof String text) || !HASH.matcher(text).matches()) {
      throw damaged("common");
    }
    return Long.parseUnsignedLong(text, 16);
  }

  private static String text(Map<?, ?> member, String name) {
    if (member.get(name) instanceof String text) {
      return text;
    }
    throw damaged(name);
  }

  private static double number(@Nullable Object given, String name, double least, double most) {
    if (given instanceof Double number && number >= least && number <= most) {
      return number;
    }
    throw damaged(name);
  }

  private static Map<?, ?> map(@Nullable Object given, String name) {
    if (given instanceof Map<?, ?> map) {
      return map;
    }
    throw damaged(name);
  }

  private static List<?> list(@Nullable Object given, String name) {
    if (given instanceof List<?> list) {
      return list;
    }
    throw damaged(name);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Integer.toString((int) number)
        : Double.toString(number);
  }
}
