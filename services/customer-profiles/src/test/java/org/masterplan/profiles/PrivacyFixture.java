package org.masterplan.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.operation.Operations;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.dealing.app.Accounts;
import org.masterplan.profiles.dealing.mongo.MongoDealings;
import org.masterplan.profiles.export.app.Recall;
import org.masterplan.profiles.export.mongo.MongoExports;
import org.masterplan.profiles.privacy.app.Keyring;
import org.masterplan.profiles.privacy.app.OwnHoldings;
import org.masterplan.profiles.privacy.app.PrivacyDesk;
import org.masterplan.profiles.privacy.app.RejectedHoldings;
import org.masterplan.profiles.privacy.grpc.PrivacyGrpcService;
import org.masterplan.profiles.privacy.jobs.EraseWork;
import org.masterplan.profiles.privacy.mongo.MongoErasures;
import org.masterplan.profiles.privacy.mongo.MongoRejectedUploads;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.request.app.Carrying;
import org.masterplan.profiles.request.app.RequestDesk;
import org.masterplan.profiles.request.domain.LawPack;
import org.masterplan.profiles.request.mongo.MongoPrivacyRequests;
import org.masterplan.profiles.review.mongo.MongoReviews;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.mongo.MongoGoneRecords;
import org.masterplan.profiles.source.mongo.MongoRejectedRows;

/** What answers persons about their data, over stored profiles. */
final class PrivacyFixture {
  final OwnHoldings own;
  private final PrivacyDesk desk;
  private final StoredProfiles stored;
  private final Means means;
  private final Consumer<String> refuseIfAway;

  /** What it shares with the rest of the service. */
  record Means(Supplier<String> names, Operations works, Rejects rejects) {}

  /**
   * Over those profiles.
   *
   * @param refuseIfAway throws if the service of that name is away
   */
  PrivacyFixture(StoredProfiles stored, Means means, Consumer<String> refuseIfAway) {
    this.stored = stored;
    this.means = means;
    this.refuseIfAway = refuseIfAway;
    this.own = holdings(stored.records);
    this.desk = desk(own);
  }

  /** The rules that come with the service. */
  static LawPack law() {
    try {
      return LawPack.parse(
          Files.readAllLines(Path.of("src/main/resources/law/personal-data-vn.csv")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service's own holdings, with records kept as given. */
  OwnHoldings holdings(Records records) {
    var rows = new MongoRejectedRows(stored.database, stored.sealing, stored.clock);
    var uploads = new MongoRejectedUploads(means.rejects());
    var held =
        new OwnHoldings.Stores(
            records,
            stored.consents,
            new RejectedHoldings(rows, uploads, stored.sources),
            stored.tombstones,
            new MongoErasures(stored.database),
            new MongoReviews(stored.database, stored.sealing),
            new MongoPrivacyRequests(stored.database),
            new MongoDealings(stored.database),
            recall(),
            new OwnHoldings.Departures(new MongoGoneRecords(stored.database), stored.clock));
    return new OwnHoldings(stored.reading, held, stored.identity, stored.projection);
  }

  PrivacyDesk desk(OwnHoldings own) {
    var minting = new PrivacyDesk.Minting(means.names(), stored.clock);
    return new PrivacyDesk(
        new Keyring(stored.reading, new Accounts(stored.sources)),
        new MongoErasures(stored.database),
        new OtherHolders(own, refuseIfAway),
        minting);
  }

  EraseWork erasing() {
    return new EraseWork(desk, recall());
  }

  private Recall recall() {
    return new Recall(new MongoExports(stored.database), stored.reading);
  }

  PrivacyGrpcService service(Sight sight, RequestDesk requests) {
    var works = means.works();
    var desks = new PrivacyGrpcService.Desks(desk, requests);
    return new PrivacyGrpcService(
        desks, sight, e -> works.start(EraseWork.KIND, e.id(), EraseWork.payload(e)), stored.clock);
  }

  RequestDesk requests(ConsentLedger ledger) {
    var works = means.works();
    var carrying =
        new Carrying(
            desk, ledger, e -> works.start(EraseWork.KIND, e.id(), EraseWork.payload(e)).getName());
    return new RequestDesk(
        new MongoPrivacyRequests(stored.database),
        name -> stored.reading.get(name).name(),
        carrying,
        new RequestDesk.Rules(law(), means.names(), stored.clock));
  }
}
