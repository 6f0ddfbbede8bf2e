package org.masterplan.listening.app;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.query.Query;
import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Feedback;
import org.masterplan.listening.domain.Idea;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Talk;
import org.masterplan.platform.testkit.TestClock;

/** The whole service in memory, and the words of its tests. */
public final class ListeningRoom {
  public static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final List<String> COLUMNS = List.of("id", "time", "platform", "author", "text");

  public final TestClock clock = TestClock.at(NOW);
  public final InMemoryResources<Mention> mentions = new InMemoryResources<>(Listed.MENTIONS);
  public final InMemoryResources<ComplaintCase> cases = new InMemoryResources<>(Listed.CASES);
  public final InMemoryResources<Idea> ideaStore = new InMemoryResources<>(Listed.IDEAS);
  public final InMemoryResources<Talk> threads = new InMemoryResources<>(Listed.THREADS);
  public final InMemoryResources<Feedback> feedback = new InMemoryResources<>(Listed.FEEDBACK);
  public final InMemoryVotes votes = new InMemoryVotes();
  public final InMemoryClaims claims = new InMemoryClaims();
  public final Desk<Idea> ideaDesk = new Desk<>("ideas", ideaStore, clock);
  public final Ideas ideas = new Ideas(ideaDesk, votes);
  public final List<Tidings.Tiding> told = new ArrayList<>();
  public final ImportingMentions importing =
      new ImportingMentions(
          mentions,
          cases,
          claims,
          new ImportingMentions.Promise(
              Duration.ofHours(24), clock, ZoneId.of("Asia/Ho_Chi_Minh"), told::add));
  public final PersonListening people =
      new PersonListening(
          new PersonListening.Stores(mentions, ideaStore, threads, feedback, votes), clock);

  /** Imports rows of {@code id|author|text}. */
  public ImportOutcome load(String... lines) {
    var rows = new ArrayList<Row>();
    for (var line : lines) {
      var cells = line.split("\\|", -1);
      var values = new LinkedHashMap<String, String>();
      values.put("id", cells[0]);
      values.put("time", "2026-11-20T09:00:00+07:00");
      values.put("platform", "FACEBOOK");
      values.put("author", cells[1]);
      values.put("text", cells[2]);
      rows.add(new Row.Good(rows.size() + 2L, values));
    }
    return load(rows);
  }

  /** Imports one row. */
  public ImportOutcome load(Row row) {
    return load(List.of(row));
  }

  private ImportOutcome load(List<Row> rows) {
    var tally = new ImportTally("test", _ -> {});
    importing.take(Rows.of(COLUMNS, rows.iterator()), tally);
    return tally.outcome();
  }

  public List<ComplaintCase> openCases() {
    return cases.list(Query.first(Listed.CASES.order(), 100)).items();
  }

  public static Idea idea(String id, String author) {
    return new Idea(id, "Hộp giấy nhỏ hơn", "", "", author, Idea.State.NEW, "", null, NOW, 1);
  }
}
