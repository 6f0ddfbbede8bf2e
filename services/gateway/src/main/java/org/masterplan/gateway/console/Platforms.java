package org.masterplan.gateway.console;

import java.util.List;

/**
 * Where a community can be said to live, in the order in which forms offer it: the words that the
 * community registry knows, which a test of the whole plan holds against it.
 */
public final class Platforms {
  public static final List<String> KNOWN =
      List.of(
          "own-site",
          "facebook",
          "zalo",
          "tiktok",
          "youtube",
          "instagram",
          "threads",
          "linkedin",
          "x",
          "telegram",
          "viber",
          "whatsapp",
          "messenger",
          "discord",
          "reddit",
          "pinterest",
          "shopee",
          "lazada",
          "tiki",
          "forum",
          "other");

  private Platforms() {}
}
