package org.masterplan.profiles.source.app;

import static java.util.stream.Collectors.toSet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.RowReading;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Drops rows that earlier loads could not take and that a later one has brought again, so that what
 * stands in the database once is counted once: the later load keeps them as its own, or has made
 * records of them. What says anything else stays. Of the rows that the later load itself keeps some
 * 70 bytes each are held in memory.
 */
final class Superseding {
  private final RejectedRows rejectedRows;
  private final Records records;

  Superseding(RejectedRows rejectedRows, Records records) {
    this.rejectedRows = rejectedRows;
    this.records = records;
  }

  /** At the end of a load that began then, or was taken up again. */
  void settle(Load load, RowReading reading, Instant began) {
    var source = load.source().id();
    var earlier = earlier(load, began);
    if (earlier.isEmpty()) {
      return;
    }
    var own = new HashSet<Said>();
    pages(
        after -> rejectedRows.ofLoad(source, load.id(), after, RejectedRows.PAGE),
        page -> page.forEach(kept -> own.add(Said.of(kept.row()))));
    pages(
        after -> rejectedRows.list(source, after, RejectedRows.PAGE),
        page -> {
          var others = page.stream().filter(kept -> earlier.contains(kept.load())).toList();
          rejectedRows.remove(superseded(others, own, reading));
        });
  }

  private Set<String> earlier(Load load, Instant began) {
    return rejectedRows.loads(load.source().id()).stream()
        .takeWhile(kept -> !kept.id().equals(load.id()))
        .filter(kept -> !kept.at().isAfter(began))
        .map(RejectedRows.KeptLoad::id)
        .collect(toSet());
  }

  private static void pages(
      Function<String, List<RejectedRows.Kept>> read, Consumer<List<RejectedRows.Kept>> use) {
    var page = read.apply("");
    while (!page.isEmpty()) {
      use.accept(page);
      page = read.apply(page.getLast().id());
    }
  }

  private List<RejectedRows.Kept> superseded(
      List<RejectedRows.Kept> page, Set<Said> own, RowReading reading) {
    var would = wouldBe(page, reading);
    var now = records.find(would.values().stream().map(Would::name).toList());
    return page.stream()
        .filter(
            kept -> {
              var record = would.get(kept.id());
              var known = record == null ? null : now.get(record.name());
              return own.contains(Said.of(kept.row()))
                  || known != null && record != null && record.isSaidBy(known);
            })
        .toList();
  }

  /** Which record a row would be by the mapping of now. */
  private record Would(RecordName name, RowReading.Outcome.Taken row) {
    boolean isSaidBy(SourceRecord known) {
      return known.says(row.content().keeping(known.content()));
    }
  }

  private static Map<String, Would> wouldBe(List<RejectedRows.Kept> page, RowReading reading) {
    var would = new TreeMap<String, Would>();
    for (var kept : page) {
      var row = new Row.Good(kept.row().line(), kept.row().values());
      if (kept.row().isReadable()
          && reading.read(row, kept.place().number()) instanceof RowReading.Outcome.Taken taken) {
        would.put(kept.id(), new Would(new RecordName(kept.source(), taken.id()), taken));
      }
    }
    return would;
  }

  /** What a row says, whatever its line and its reason; of one that says nothing, just these. */
  private record Said(long high, long low) {
    static Said of(Row.Bad row) {
      var digest = sha256();
      if (row.values().isEmpty()) {
        add(digest, Long.toString(row.line()));
        add(digest, row.reason());
        add(digest, row.about());
      } else {
        add(digest, row.values());
      }
      var bytes = ByteBuffer.wrap(digest.digest());
      return new Said(bytes.getLong(), bytes.getLong());
    }

    private static void add(MessageDigest digest, Map<String, String> texts) {
      new TreeMap<>(texts)
          .forEach(
              (name, text) -> {
                add(digest, name);
                add(digest, text);
              });
    }

    /** With its length before it, so that no two lists of texts read the same. */
    private static void add(MessageDigest digest, String text) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JVM has SHA-256", e);
      }
    }
  }
}
