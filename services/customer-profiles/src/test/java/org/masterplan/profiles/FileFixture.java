package org.masterplan.profiles;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.export.app.Exporting;
import org.masterplan.profiles.export.app.HandingOut;
import org.masterplan.profiles.export.app.Recall;
import org.masterplan.profiles.export.grpc.ExportGrpcService;
import org.masterplan.profiles.export.mongo.MongoExports;
import org.masterplan.profiles.profile.app.Membering;
import org.masterplan.profiles.profile.app.Segments;
import org.masterplan.profiles.snapshot.app.Surroundings;
import org.masterplan.profiles.snapshot.app.TakingSnapshots;
import org.masterplan.profiles.snapshot.file.FolderShelf;

/** What leaves stored profiles as files. */
final class FileFixture {
  final ExportGrpcService exports;
  final HandingOut handing;
  final TakingSnapshots snapshots;
  final FolderShelf shelf;

  /** Snapshots stand in that folder, taken by that clock. */
  FileFixture(
      StoredProfiles stored,
      ConsentLedger ledger,
      List<Segments.Segment> segments,
      Surroundings around,
      FolderShelf shelf,
      Clock clock) {
    this.shelf = shelf;
    var exports = new MongoExports(stored.database);
    var membering = new Membering(() -> segments, stored.cards);
    var people =
        new Exporting.People(stored.reading, stored.cards, membering, ledger, stored.sources);
    var ids = new AtomicLong();
    this.handing = new HandingOut(exports, () -> "export-" + ids.incrementAndGet(), clock);
    var exporting = new Exporting(exports, people, handing);
    this.exports = new ExportGrpcService(exporting, new Recall(exports, stored.reading));
    this.snapshots = new TakingSnapshots(shelf, exporting, around, clock);
  }

  /** Snapshots stand in that folder. */
  static FileFixture in(
      Path folder,
      StoredProfiles stored,
      ConsentLedger ledger,
      List<Segments.Segment> segments,
      Surroundings around) {
    var shelf = new FolderShelf(folder.toString(), stored.clock);
    return new FileFixture(stored, ledger, segments, around, shelf, stored.clock);
  }
}
