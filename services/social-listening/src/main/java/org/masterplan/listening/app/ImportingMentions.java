package org.masterplan.listening.app;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.notice.Tidings.Recipient;
import org.masterplan.kernel.notice.Tidings.Tiding;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.listening.app.MentionRows.Given;
import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Complaints;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Sayings;

/**
 * Takes in mentions. The same id twice is one mention; the same saying twice is kept as a duplicate
 * of the first; each complaint that is no duplicate opens one case.
 */
public final class ImportingMentions {
  private static final String ACTOR = "service:social-listening";

  /** Rows that are stored together: one command each for mentions, cases and claims. */
  private static final int BATCH = 200;

  private final Resources<Mention> mentions;
  private final Resources<ComplaintCase> cases;
  private final Claims claims;
  private final Promise promise;
  private final MentionRows reader;

  /**
   * Until when a complaint must be answered, and the clock it is counted by.
   *
   * @param zone in which a time without one is read
   * @param tidings by which the CMO office is told of each new case
   */
  public record Promise(Duration answerWithin, Clock clock, ZoneId zone, Tidings tidings) {}

  public ImportingMentions(
      Resources<Mention> mentions, Resources<ComplaintCase> cases, Claims claims, Promise promise) {
    this.mentions = mentions;
    this.cases = cases;
    this.claims = claims;
    this.promise = promise;
    this.reader = new MentionRows(promise.clock(), promise.zone());
  }

  public void take(Rows rows, ImportTally tally) {
    var batch = new ArrayList<Given>(BATCH);
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Bad bad -> tally.rejected(bad);
        case Row.Good good -> read(good, batch, tally);
      }
      if (batch.size() == BATCH) {
        take(batch, tally);
        batch.clear();
      }
    }
    take(batch, tally);
  }

  private void read(Row.Good row, List<Given> batch, ImportTally tally) {
    try {
      batch.add(reader.read(row));
    } catch (InvalidFields refusal) {
      tally.rejected(row.refused(refusal));
    }
  }

  /** Steps that may each be repeated, so that a broken-off import is mended by the next. */
  private void take(List<Given> batch, ImportTally tally) {
    var fresh = fresh(batch);
    var first = claims.first(claimants(fresh));
    var found = fresh.stream().map(given -> mention(given, first)).toList();
    open(found.stream().filter(ImportingMentions::opensCase).toList());
    var known = mentions.addAll(found, entry("MENTION_IMPORTED"));
    var made = new HashSet<String>();
    found.stream().map(Mention::id).filter(id -> !known.contains(id)).forEach(made::add);
    batch.forEach(given -> count(given, made.remove(given.id()), tally));
  }

  /** The first row of a new id makes the mention; any other leaves it as it is. */
  private static void count(Given given, boolean makes, ImportTally tally) {
    var name = "mentions/" + given.id();
    if (makes) {
      tally.imported(given.line(), name);
    } else {
      tally.known(given.line(), name, false);
    }
  }

  /** Those whose id is new, the first of each id, in their order. */
  private Collection<Given> fresh(List<Given> batch) {
    var byId = new LinkedHashMap<String, Given>();
    batch.forEach(given -> byId.putIfAbsent(given.id(), given));
    mentions.known(byId.keySet()).forEach(byId::remove);
    return byId.values();
  }

  private static Map<String, String> claimants(Collection<Given> fresh) {
    var claimants = new LinkedHashMap<String, String>();
    fresh.forEach(given -> claimants.putIfAbsent(Sayings.key(given.said()), given.id()));
    return claimants;
  }

  private static Mention mention(Given given, Map<String, String> firstOfKey) {
    var first = requireNonNull(firstOfKey.get(Sayings.key(given.said())));
    var cues = Complaints.cues(given.said().text());
    var duplicateOf = first.equals(given.id()) ? "" : first;
    return new Mention(given.id(), given.said(), cues, duplicateOf, cues.isEmpty() ? "" : first, 1);
  }

  private static boolean opensCase(Mention mention) {
    return mention.id().equals(mention.complaintCase());
  }

  /** Also those that an import opened that was broken off before it stored the mention. */
  private void open(List<Mention> complaints) {
    var opened = complaints.stream().map(this::complaintCase).toList();
    cases.addAll(opened, entry("CASE_OPENED"));
    opened.forEach(this::tell);
  }

  private ComplaintCase complaintCase(Mention mention) {
    var said = mention.said();
    var due = said.time().plus(promise.answerWithin());
    return new ComplaintCase(
        mention.id(), mention.id(), said.platform(), said.time(), due, null, 1);
  }

  /** Neither who complains nor what about: both may be personal. */
  private void tell(ComplaintCase opened) {
    var due = LocalDate.ofInstant(opened.due(), promise.zone()).toString();
    promise
        .tidings()
        .tell(
            new Tiding(
                new Recipient.Office(Role.CMO),
                "case-" + opened.id(),
                "NOTICE_COMPLAINT_CASE",
                opened.name(),
                Map.of("platform", opened.platform(), "due", due),
                promise.clock().instant()));
  }

  private AuditEntry entry(String act) {
    return new AuditEntry(promise.clock().instant(), ACTOR, act, List.of(), "");
  }
}
