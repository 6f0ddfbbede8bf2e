package org.masterplan.matching.mapping;

import java.io.StringReader;
import java.util.Map;
import java.util.regex.Pattern;
import org.masterplan.kernel.refusal.InvalidFields;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** YAML text as a tree that knows its lines; no objects are made of it. */
final class YamlTree {
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\p{M}0-9_.-]*");
  private static final Pattern WORD_OF_YAML =
      Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

  private YamlTree() {}

  static Node of(String yaml) {
    var limits = new LoaderOptions();
    limits.setCodePointLimit(LARGEST);
    limits.setMaxAliasesForCollections(10);
    limits.setNestingDepthLimit(20);
    try {
      var root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(yaml));
      if (root == null) {
        throw refused(1, "");
      }
      return root;
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw refused(mark == null ? 1 : mark.getLine() + 1, String.valueOf(e.getProblem()));
    } catch (YAMLException _) {
      throw refused(1, "");
    }
  }

  private static InvalidFields refused(int line, String problem) {
    return InvalidFields.of(
        "file",
        "MAPPING_YAML",
        Map.of(
            "line", Integer.toString(line), "field", "file", "value", problem, "expected", "YAML"));
  }

  /** The text as a YAML scalar, in quotes where it needs them. */
  static String quoted(String text) {
    if (PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches()) {
      return text;
    }
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Character.isISOControl(c) || c == '\ufeff' || c == '\u2028' || c == '\u2029') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
