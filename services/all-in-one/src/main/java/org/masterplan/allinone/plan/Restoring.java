package org.masterplan.allinone.plan;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.masterplan.embeddedmongo.EmbeddedMongo;
import org.masterplan.embeddedmongo.StoreDamaged;
import org.masterplan.embeddedmongo.StoreOfOtherRelease;

/**
 * Puts a backup in the place of a plan that is not served. Who was erased since the backup was
 * taken stays erased: the marks of the erased come along at once, and the erasures are carried out
 * again when the plan is served next, before it answers.
 */
public final class Restoring {
  private static final String TOMBSTONES = "tombstones";
  private static final String PROFILES = "customer-profiles";
  private static final String ERASURES = "erasures";

  private final DataFolder data;
  private final Path backup;
  private final boolean withoutErasures;

  /**
   * What was done.
   *
   * @param known whether it is known who was erased since the backup was taken
   * @param erasures to be carried out again at the next start
   * @param marks of erased records and people that came along
   * @param replaced where the documents before are now; null when there were none
   */
  public record Restored(
      boolean known, int erasures, int marks, @org.jspecify.annotations.Nullable Path replaced) {}

  /** The folder holds no whole backup, or one of another plan. */
  public static final class NotRestored extends Exception {
    private static final long serialVersionUID = 1L;

    NotRestored(String phrase) {
      super(phrase);
    }

    /** Key of what is said. */
    public String phrase() {
      return String.valueOf(getMessage());
    }
  }

  private record Mark(String database, Document document) {}

  private record Since(boolean known, List<Mark> marks, List<Document> erasures) {
    static final Since NOTHING = new Since(false, List.of(), List.of());
  }

  /**
   * @param withoutErasures whether a store that cannot be read any more is put aside all the same:
   *     who was erased since the backup is then not known
   */
  public Restoring(DataFolder data, Path backup, boolean withoutErasures) {
    this.data = data;
    this.backup = backup;
    this.withoutErasures = withoutErasures;
  }

  /**
   * Does it, or leaves everything as it was. What takes long is done first, so that the plan that
   * is replaced was looked at a moment ago; an end of the process between the two last steps is
   * made good by {@link DataFolder#finishRestore}.
   */
  public Restored run(Clock clock) throws IOException, NotRestored {
    check();
    data.finishRestore();
    var copied = data.root().resolve("store.copied");
    Folders.delete(copied);
    Folders.delete(data.restored());
    Folders.copy(data.store(backup), copied);
    boolean hasStore = Files.exists(data.store());
    var since = hasStore ? since() : Since.NOTHING;
    var again = bringAlong(copied, since);
    ErasureReplay.of(data).add(again);
    keys();
    Files.move(copied, data.restored(), StandardCopyOption.ATOMIC_MOVE);
    var replaced = hasStore ? data.root().resolve("store." + clock.millis()) : null;
    if (replaced != null) {
      Files.move(data.store(), replaced, StandardCopyOption.ATOMIC_MOVE);
    }
    data.finishRestore();
    return new Restored(since.known(), again.size(), since.marks().size(), replaced);
  }

  private void check() throws IOException, NotRestored {
    if (!Files.exists(backup.resolve(Backups.MANIFEST)) || !Files.exists(data.store(backup))) {
      throw new NotRestored("restore.noBackup");
    }
    var own = data.tombstoneKey();
    var backed = new DataFolder(backup).tombstoneKey();
    if (Files.exists(own)
        && Files.exists(backed)
        && !Arrays.equals(Files.readAllBytes(own), Files.readAllBytes(backed))) {
      throw new NotRestored("restore.otherPlan");
    }
  }

  /** What the plan as it is knows of people erased. */
  private Since since() throws NotRestored {
    try {
      return read();
    } catch (StoreDamaged | StoreOfOtherRelease e) {
      if (withoutErasures) {
        return Since.NOTHING;
      }
      throw new NotRestored("restore.erasuresUnreadable");
    }
  }

  private Since read() {
    try (var store = open(data.store());
        var client = MongoClients.create(store.connectionString())) {
      List<Mark> marks = new ArrayList<>();
      for (var database : client.listDatabaseNames()) {
        client
            .getDatabase(database)
            .getCollection(TOMBSTONES)
            .find()
            .forEach(mark -> marks.add(new Mark(database, mark)));
      }
      return new Since(true, marks, erasures(client));
    }
  }

  private static List<Document> erasures(MongoClient client) {
    return client
        .getDatabase(ServiceDatabases.of(PROFILES))
        .getCollection(ERASURES)
        .find()
        .into(new ArrayList<>());
  }

  /** Returns the erasures that the backup knows nothing of. */
  private static List<ErasureReplay.Wish> bringAlong(Path copied, Since since) {
    try (var store = open(copied);
        var client = MongoClients.create(store.connectionString())) {
      for (var mark : since.marks()) {
        client
            .getDatabase(mark.database())
            .getCollection(TOMBSTONES)
            .withWriteConcern(WriteConcern.JOURNALED)
            .replaceOne(
                Filters.eq("_id", mark.document().get("_id")),
                mark.document(),
                new ReplaceOptions().upsert(true));
      }
      Set<Object> known = new HashSet<>();
      erasures(client).forEach(each -> known.add(each.get("_id")));
      return since.erasures().stream()
          .filter(each -> !known.contains(each.get("_id")))
          .map(each -> new ErasureReplay.Wish(each.getString("profile"), each.getString("reason")))
          .toList();
    }
  }

  /** Users and keys stay as they are, where there are any: who was shut out stays out. */
  private void keys() throws IOException {
    for (var kept : List.of(data.serviceKey().getParent(), data.gateway())) {
      if (Files.notExists(kept)) {
        Folders.copy(backup.resolve(kept.getFileName()), kept);
      }
    }
  }

  private static EmbeddedMongo open(Path folder) {
    return EmbeddedMongo.open(folder, EmbeddedMongo.Options.defaults());
  }
}
