package org.masterplan.listening.domain;

import java.time.Instant;
import java.util.List;

/**
 * Something a customer said in public.
 *
 * @param said what was said, where and by whom
 * @param cues words that make it a complaint, without marks; empty if it is none
 * @param duplicateOf id of the first mention that says the same, empty if it is the first
 * @param complaintCase id of the case that it opened or, as a duplicate, belongs to
 */
public record Mention(
    String id,
    Said said,
    List<String> cues,
    String duplicateOf,
    String complaintCase,
    long revision)
    implements Resource {

  /**
   * What was said.
   *
   * @param platform the plan's word for it
   * @param author as the platform shows it, empty if unknown or erased
   * @param language {@code vi}, {@code en} or empty
   * @param reach how many may have seen it; 0 if not told
   */
  public record Said(
      Instant time,
      String platform,
      String link,
      String author,
      String text,
      String language,
      String sharedLink,
      long reach) {
    private Said on(String other) {
      return new Said(time, other, link, author, text, language, sharedLink, reach);
    }

    Said byNobody() {
      return new Said(time, platform, link, "", text, language, sharedLink, reach);
    }
  }

  public Mention {
    cues = List.copyOf(cues);
  }

  public boolean isComplaint() {
    return !cues.isEmpty();
  }

  public String name() {
    return "mentions/" + id;
  }

  /** {@code platform:handle}, by which a person's data is asked for; empty without an author. */
  public String authorKey() {
    return said.author().isEmpty() ? "" : Handles.key(said.platform(), said.author());
  }

  /** The same, its platform called by another word. */
  public Mention on(String platform) {
    return new Mention(id, said.on(platform), cues, duplicateOf, complaintCase, revision + 1);
  }

  /** The same without its author. */
  public Mention byNobody() {
    return new Mention(id, said.byNobody(), cues, duplicateOf, complaintCase, revision + 1);
  }
}
