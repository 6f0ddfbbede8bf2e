package org.masterplan.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** 180 days of talk, with one true crisis, one staged attack and what looks like them. */
final class Mentions {
  static final int CRISIS_DAYS_AGO = 21;
  static final int ATTACK_DAYS_AGO = 9;
  static final int ATTACKERS = 36;

  private static final List<String> PLATFORMS =
      List.of("FACEBOOK", "ZALO", "TIKTOK", "YOUTUBE", "OWNED_SITE");

  private final World world;
  private final Draw draw;
  private final List<Mention> all = new ArrayList<>();

  private Mentions(World world) {
    this.world = world;
    this.draw = Draw.of(world.seed(), "mentions", 0, 0);
  }

  /** In order of time. */
  static List<Mention> all(World world) {
    Mentions mentions = new Mentions(world);
    mentions.background();
    mentions.crisis();
    mentions.attack();
    mentions.fans();
    mentions.few();
    mentions.all.sort(Comparator.comparing(Mention::time).thenComparing(Mention::author));
    mentions.copies();
    return mentions.all;
  }

  private Instant ago(int days) {
    return world.now().minusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private void background() {
    int count = (int) Math.min(20_000, 2_400 + world.count() / 20);
    for (int i = 0; i < count; i++) {
      double kind = draw.unit();
      String label =
          kind < 0.35 ? "PRAISE" : kind < 0.6 ? "COMPLAINT" : kind < 0.93 ? "QUESTION" : "JOKE";
      Instant time = ago(draw.between(1, 180)).plusSeconds(draw.below(86_400));
      String platform = draw.pick(PLATFORMS);
      // One draw more than is needed: measured figures know what follows from it.
      draw.pick(PLATFORMS);
      say(time, platform, person(platform), label, "");
    }
  }

  private String person(String platform) {
    long index = draw.below((int) world.count());
    return draw.chance(0.6)
        ? Handles.of(platform, index, world.people().name(index))
        : "nguoi." + Long.toString(1296 + index, 36);
  }

  private void say(Instant time, String platform, String author, String label, String link) {
    int reach = (int) Math.exp(draw.unit() * 6 + 1);
    all.add(new Mention(time, platform, author, Talk.say(label, draw), link, reach, label, "", -1));
  }

  /** A fault in a blender: people who do not know each other, more by the hour for two days. */
  private void crisis() {
    Instant start = ago(CRISIS_DAYS_AGO).plus(Duration.ofHours(7));
    for (int i = 0; i < 420; i++) {
      double hours = i < 300 ? 48 * Math.sqrt(draw.unit()) : 48 + 120 * draw.unit() * draw.unit();
      String platform = draw.pick(PLATFORMS);
      say(start.plusSeconds((long) (hours * 3600)), platform, person(platform), "REAL_CRISIS", "");
    }
  }

  /** 36 accounts share six links within seconds of each other, ten times. */
  private void attack() {
    for (int wave = 0; wave < 10; wave++) {
      Instant start = ago(ATTACK_DAYS_AGO).plus(Duration.ofMinutes(60 + 97L * wave));
      String link = "https://tinmoi" + wave % 6 + ".example/sua-bot-chat-cam";
      for (int account = 0; account < ATTACKERS; account++) {
        if (draw.chance(0.85)) {
          Instant time = start.plusSeconds(draw.below(25));
          int reach = draw.between(1, 30);
          all.add(
              new Mention(
                  time,
                  "FACEBOOK",
                  "tk" + (7001 + account),
                  Talk.say("STAGED", draw),
                  link,
                  reach,
                  "STAGED",
                  "milk-rumour",
                  -1));
        }
      }
    }
  }

  /** Near miss of an attack: a live show that many share once each in two hours. */
  private void fans() {
    for (int i = 0; i < 40; i++) {
      Instant time = ago(40).plusSeconds(43_200L + draw.below(7_200));
      say(time, "TIKTOK", person("TIKTOK"), "FAN", "https://tiktok.example/@vidu/live-40");
    }
  }

  /** Five posts on a new subject within a week, and three employees who praise as if customers. */
  private void few() {
    for (int i = 0; i < 5; i++) {
      Instant time = ago(7 - i).plusSeconds(draw.below(80_000));
      String platform = draw.pick(PLATFORMS);
      say(time, platform, person(platform), "WEAK_SIGNAL", "");
    }
    for (String employee : List.of("e-005", "e-050", "e-099")) {
      say(
          ago(30).plusSeconds(draw.below(900_000)),
          "FACEBOOK",
          Staff.handle(employee),
          "EMPLOYEE",
          "");
    }
  }

  /** The feed delivers 80 posts twice, and 60 are copied by somebody else. */
  private void copies() {
    int originals = all.size();
    for (int i = 0; i < 140; i++) {
      int number = draw.below(originals);
      Mention first = all.get(number);
      boolean again = i < 80;
      all.add(
          new Mention(
              again ? first.time() : first.time().plusSeconds(draw.between(600, 90_000)),
              first.platform(),
              again ? first.author() : person(first.platform()),
              again ? first.text() : first.text() + " (st)",
              first.sharedLink(),
              first.reach(),
              again ? first.label() : "COPY",
              first.group(),
              number));
    }
  }
}
