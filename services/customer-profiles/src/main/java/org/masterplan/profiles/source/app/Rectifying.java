package org.masterplan.profiles.source.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.RowReading;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Sets right what a record says, as a person may ask (Law 91/2025/QH15 on personal data, and GDPR
 * Article 16). It is another version of the record: what its source says is kept beside it, and
 * stays what the source is given back as corrected.
 */
public final class Rectifying {
  private static final String ERASED = "CORRECTION_ERASED";

  private final SourceRegister register;
  private final Records records;
  private final Tombstones tombstones;
  private final Pushing pushing;
  private final Noting noting;

  /**
   * What is wanted.
   *
   * @param version that was seen; 0: whichever it is
   * @param values by dictionary field, as written; an empty one is taken away
   */
  public record Wish(RecordName record, int version, Map<String, String> values, String reason) {
    public Wish {
      values = Map.copyOf(values);
    }
  }

  /**
   * How it is written down.
   *
   * @param audit is given the record's name and who set what right, and why; not the values
   */
  public record Noting(BiConsumer<String, AuditEntry> audit, Clock clock) {}

  public Rectifying(
      SourceRegister register, Loading.Stores stores, Pushing pushing, Noting noting) {
    this.register = register;
    this.records = stores.records();
    this.tombstones = stores.tombstones();
    this.pushing = pushing;
    this.noting = noting;
  }

  /**
   * Answers the record as it is stored now; asked for what is set right already, nothing changes.
   */
  public SourceRecord rectify(Wish wish, Actor actor) {
    var right = RightValues.read(wish, RowReading.today(noting.clock().instant()));
    var source = register.get(new ResourceName("sources", wish.record().source()));
    var known = known(wish);
    var content = known.content().corrected(right.of(known), noting.clock().instant());
    if (known.says(content)) {
      return known;
    }
    refuseNothing(content);
    refuseErased(wish.record(), content);
    return store(known, content, source, new By(actor, wish.reason()));
  }

  /** Who wants it, and why. */
  private record By(Actor actor, String reason) {}

  private SourceRecord known(Wish wish) {
    var known = records.find(List.of(wish.record())).get(wish.record());
    if (known == null) {
      throw NotFound.named(wish.record().toString());
    }
    if (wish.version() != 0 && wish.version() != known.version()) {
      throw Stale.named(wish.record().toString());
    }
    return known;
  }

  private static void refuseNothing(SourceRecord.Content content) {
    if (content.values().isEmpty()) {
      throw InvalidFields.of("values", "RECORD_EMPTY", Map.of());
    }
  }

  /** What somebody asked to be forgotten does not come back as the value of another record. */
  private void refuseErased(RecordName name, SourceRecord.Content content) {
    if (isErased(name, content)) {
      throw new WrongState(ERASED, Map.of());
    }
  }

  private boolean isErased(RecordName name, SourceRecord.Content content) {
    return !tombstones.marked(Set.copyOf(ErasedMarks.of(name, content))).isEmpty();
  }

  private SourceRecord store(
      SourceRecord known, SourceRecord.Content content, Source source, By by) {
    var now = noting.clock().instant();
    var said = known.name() + " " + known.version() + " " + new TreeMap<>(content.values());
    var id = ContentId.of(source.name(), source.mapping(), said);
    var load = Load.pushed(id, source.name(), by.actor().subject());
    var next = known.next(content, known.origin().corrected(load.id(), now));
    var change =
        new PushedChange(0, 0, QualityCount.of(source.mapping(), next, 1))
            .plus(new PushedChange(0, 0, QualityCount.of(source.mapping(), known, -1)));
    return pushing.settle(load, change, () -> stored(known, next, by));
  }

  /** Noted first: a note of what then fails does less harm than a change that nobody notes. */
  private SourceRecord stored(SourceRecord known, SourceRecord next, By by) {
    var at = noting.clock().instant();
    var who = by.actor().subject();
    var entry = new AuditEntry(at, who, "RECORD_CORRECTED", changed(known, next), by.reason());
    noting.audit().accept(next.name().toString(), entry);
    var stored =
        records.store(List.of(next)).stream().filter(r -> r.number() == next.number()).findFirst();
    if (stored.isEmpty()) {
      // It was forgotten meanwhile, and so must be the version that storing has kept apart.
      records.eraseReplaced(List.of(known));
      throw NotFound.named(next.name().toString());
    }
    if (stored.get().version() != next.version() || !stored.get().says(next.content())) {
      throw Stale.named(next.name().toString());
    }
    refuseErased(known, next);
    return stored.get();
  }

  private static List<String> changed(SourceRecord known, SourceRecord next) {
    var fields = new TreeSet<>(known.values().keySet());
    fields.addAll(next.values().keySet());
    fields.removeIf(field -> Objects.equals(known.values().get(field), next.values().get(field)));
    var rightBefore = known.content().rightAt();
    next.content()
        .rightAt()
        .forEach(
            (field, at) -> {
              if (!at.equals(rightBefore.get(field))) {
                fields.add(field);
              }
            });
    return List.copyOf(fields);
  }

  /**
   * Asked again after the record is stored: an erasure marks first and deletes then, so that it
   * either finds this version or is seen here. Only a record that was its person's before is
   * forgotten; from another's, what was set right is taken back.
   */
  private void refuseErased(SourceRecord known, SourceRecord stored) {
    if (!isErased(stored.name(), stored.content())) {
      return;
    }
    if (isErased(known.name(), known.content())) {
      records.erase(List.of(stored));
    } else {
      takeBack(known.content(), stored);
    }
    throw new WrongState(ERASED, Map.of());
  }

  /** Also from a version that its source has made of it meanwhile. */
  private void takeBack(SourceRecord.Content before, SourceRecord stored) {
    var now = stored;
    while (now != null) {
      var back = now.content().asSaid().keeping(before);
      if (now.says(back)) {
        return;
      }
      records.store(List.of(now.next(back, now.origin())));
      records.eraseReplaced(List.of(now));
      now = records.find(List.of(stored.name())).get(stored.name());
    }
  }
}
