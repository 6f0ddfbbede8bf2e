package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page of this project tells its reader to type, word for word. */
final class Readme {
  static final String DEFAULT_ADDRESS = "http://127.0.0.1:8080";

  private static final Pattern FENCED =
      Pattern.compile("(?ms)^```(?:sh|bash|console)?\\n(.*?)^```");
  private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

  private final String text;

  private Readme(String text) {
    this.text = text;
  }

  /** The page of that name in the project's folder. */
  static Readme of(String name) {
    try {
      return new Readme(Files.readString(Checkout.ROOT.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The front page in English. */
  static Readme front() {
    return of("README.md");
  }

  /** What stands in fences: one or more lines to be pasted. */
  List<String> blocks() {
    return FENCED.matcher(text).results().map(m -> m.group(1)).toList();
  }

  /** The block to be pasted that makes calls. */
  String calls() {
    return only(blocks().stream().filter(block -> block.contains("curl ")));
  }

  /** Whatever stands in a sentence as code. */
  Stream<String> inline() {
    var sentences = FENCED.matcher(text).replaceAll("");
    return INLINE.matcher(sentences).results().map(m -> m.group(1));
  }

  /** The one thing in a sentence that begins so. */
  String inline(String beginning) {
    return only(inline().filter(code -> code.startsWith(beginning)));
  }

  Stream<String> links() {
    return LINK.matcher(text).results().map(m -> m.group(1));
  }

  private static String only(Stream<String> found) {
    var all = found.toList();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
