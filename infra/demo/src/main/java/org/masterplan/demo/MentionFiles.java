package org.masterplan.demo;

import java.io.IOException;
import java.util.List;

/** Writes the mentions as a feed would deliver them, and their truth. */
final class MentionFiles {
  private final World world;
  private final Output output;

  MentionFiles(World world, Output output) {
    this.world = world;
    this.output = output;
  }

  int write() throws IOException {
    List<Mention> mentions = Mentions.all(world);
    try (Rows rows =
            Rows.csv(
                output.path("mentions.csv"),
                "id",
                "time",
                "platform",
                "link",
                "author",
                "text",
                "language",
                "shared_link",
                "reach");
        Rows truth =
            Rows.csv(
                output.path("truth/mentions.csv"),
                "mention",
                "label",
                "incident",
                "group",
                "duplicate_of")) {
      for (int i = 0; i < mentions.size(); i++) {
        Mention mention = mentions.get(i);
        rows.row(row(i, mention));
        String copy = mention.copyOf() < 0 ? "" : "mt-" + mention.copyOf();
        truth.row(List.of("mt-" + i, mention.label(), mention.incident(), mention.group(), copy));
      }
    }
    return mentions.size();
  }

  /** The same post delivered twice has one link under two ids. */
  private static List<String> row(int number, Mention mention) {
    boolean again = mention.copyOf() >= 0 && !mention.label().equals("COPY");
    int post = again ? mention.copyOf() : number;
    String place = mention.platform().toLowerCase(java.util.Locale.ROOT).replace("_", "-");
    return List.of(
        "mt-" + number,
        mention.time().toString(),
        mention.platform(),
        "https://" + place + ".example/p/" + (100_000 + post),
        mention.author(),
        mention.text(),
        "vi",
        mention.sharedLink(),
        String.valueOf(mention.reach()));
  }
}
