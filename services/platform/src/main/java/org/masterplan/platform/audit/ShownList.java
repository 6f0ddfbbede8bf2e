package org.masterplan.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.masterplan.platform.audit.Verdict.Break;
import org.masterplan.platform.audit.Verdict.Broken;
import org.masterplan.platform.audit.Verdict.Suspect;

/**
 * The list of entries that people read, held against the sealed batches: whoever changes only what
 * is shown is found too, and where a batch does not hold the list tells which entry it was.
 */
final class ShownList {
  private static final int MOST = 100;
  private final Batches batches;

  /** The last batch whose entries are in the list for sure; one that is being sealed is not. */
  private final long settled;

  private Optional<Broken> broken = Optional.empty();

  ShownList(Batches batches) {
    this.batches = batches;
    this.settled = batches.head().map(Batches.Head::number).orElse(0L);
  }

  void add(Batch batch) {
    if (broken.isEmpty() && batch.number() <= settled && !differing(batch).isEmpty()) {
      broken = Optional.of(new Broken(batch.number(), Break.LISTED_OTHERWISE));
    }
  }

  /**
   * The first batch that the list shows otherwise.
   *
   * @param last number of the last batch; what is shown of later ones was never sealed
   */
  Optional<Broken> broken(long last) {
    return broken.or(
        () ->
            batches.shownBeyond(last).isEmpty()
                ? Optional.empty()
                : Optional.of(new Broken(last + 1, Break.LISTED_OTHERWISE)));
  }

  /** The entries that a break is about. */
  List<Suspect> suspects(Broken found) {
    var bodies =
        switch (found.how()) {
          case MISSING, CUT_OFF -> batches.shown(found.batch());
          case ALTERED -> differingOrAll(found.batch());
          // The batch before it was written anew, or it was itself.
          case UNLINKED ->
              Stream.concat(
                      differing(found.batch() - 1).stream(), differing(found.batch()).stream())
                  .toList();
          case LISTED_OTHERWISE -> differing(found.batch());
        };
    return bodies.stream().limit(MOST).map(ShownList::suspect).toList();
  }

  private List<Document> differingOrAll(long number) {
    var differing = differing(number);
    return differing.isEmpty() ? batches.shown(number) : differing;
  }

  /** What is only in the batch or only in the list; of an entry that differs, what is listed. */
  private List<Document> differing(long number) {
    return batches
        .find(number)
        .map(this::differing)
        .orElseGet(() -> batches.shownBeyond(number - 1));
  }

  private List<Document> differing(Batch batch) {
    var sealed = batch.entries().stream().map(e -> Batches.body(e, batch.number())).toList();
    var shown = batches.shown(batch.number());
    var differing = new ArrayList<Document>();
    for (int i = 0; i < Math.max(sealed.size(), shown.size()); i++) {
      var left = i < sealed.size() ? sealed.get(i) : new Document();
      var right = i < shown.size() ? shown.get(i) : new Document();
      if (!left.equals(right)) {
        differing.add(right.isEmpty() ? left : right);
      }
    }
    return differing;
  }

  private static Suspect suspect(Document body) {
    var stored = new Stored(body);
    return new Suspect(
        stored.text("resource"),
        stored.number("revision"),
        stored.time("at"),
        stored.text("actor"),
        stored.text("act"));
  }
}
