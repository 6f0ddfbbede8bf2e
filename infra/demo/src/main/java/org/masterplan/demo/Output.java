package org.masterplan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder written to. */
final class Output {
  private static final Pattern DAY = Pattern.compile("@(-?\\d+)");
  private static final String SYNTHETIC =
      """
      SYNTHETIC DATA. Nobody in these files exists; the company does not exist.
      DU LIEU GIA LAP. Khong ai trong cac tep nay la nguoi that; cong ty nay khong co that.
      Telephone numbers follow the real numbering plan: never dial or text them.
      Khong goi, khong nhan tin den cac so dien thoai nay.
      """;

  private final Path root;
  private final LocalDate now;

  Output(Options options) throws IOException {
    this.root = options.out();
    this.now = options.now();
    Files.createDirectories(root);
    try (Stream<Path> inside = Files.list(root)) {
      if (inside.findAny().isPresent()) {
        throw new IllegalArgumentException("out: " + root + " (expected: absent or empty)");
      }
    }
    for (String folder :
        List.of("", "plan", "members", "sources", "activity", "dealings", "truth")) {
      Files.createDirectories(root.resolve(folder));
      Files.writeString(root.resolve(folder).resolve("SYNTHETIC.txt"), SYNTHETIC);
    }
  }

  Path path(String name) {
    return root.resolve(name);
  }

  /** Replaces {@code @-30} by the day thirty days before now. */
  static String dated(String text, LocalDate now) {
    return DAY.matcher(text)
        .replaceAll(found -> now.plusDays(Long.parseLong(found.group(1))).toString());
  }

  /** Copies a table of the plan with its days filled in. */
  void copy(String resource) throws IOException {
    lines("plan/" + resource, Resources.lines(resource).stream().map(l -> dated(l, now)).toList());
  }

  void lines(String name, List<String> lines) throws IOException {
    Files.writeString(path(name), String.join("\n", lines) + "\n");
  }
}
