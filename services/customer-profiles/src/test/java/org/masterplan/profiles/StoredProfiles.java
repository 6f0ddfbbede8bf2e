package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.census.app.CountingParts;
import org.masterplan.profiles.census.app.CountingPeople;
import org.masterplan.profiles.census.estimate.StratifiedHeads;
import org.masterplan.profiles.census.mongo.MongoCensuses;
import org.masterplan.profiles.consent.mongo.MongoConsents;
import org.masterplan.profiles.dealing.mongo.MongoDealings;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.KeyedHashes;
import org.masterplan.profiles.identity.app.Matching;
import org.masterplan.profiles.identity.app.Models;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.app.Retrospect;
import org.masterplan.profiles.identity.app.Succession;
import org.masterplan.profiles.identity.engine.Lessons;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.identity.mongo.MongoJournal;
import org.masterplan.profiles.identity.mongo.MongoModels;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Rounds;
import org.masterplan.profiles.profile.mongo.MongoCards;
import org.masterplan.profiles.resolution.mongo.MongoResolutions;
import org.masterplan.profiles.review.mongo.MongoReviews;
import org.masterplan.profiles.source.app.Bodies;
import org.masterplan.profiles.source.app.BrokenOff;
import org.masterplan.profiles.source.app.Counting;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.source.app.Pushing;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.mongo.MongoPushMarks;
import org.masterplan.profiles.source.mongo.MongoRecords;
import org.masterplan.profiles.source.mongo.MongoRejectedRows;
import org.masterplan.profiles.source.mongo.MongoSources;
import org.masterplan.profiles.source.mongo.MongoTombstones;

/** Every store of the service on one test database, and identity over them. */
public final class StoredProfiles {
  private static final byte[] SECRET = "a secret of sixteen".getBytes(StandardCharsets.UTF_8);

  public final MongoDatabase database;
  final Sealing sealing;
  public final Clock clock = Clock.systemUTC();
  public final AtomicLong numbers = new AtomicLong(41);
  public final MongoRecords records;
  public final MongoCards cards;
  public final SourceRegister register;
  public final Identity identity;
  public final Projection projection;
  public final Succession succession;
  private final Rounds rounds;
  final Reading reading;
  final MongoConsents consents;
  final MongoTombstones tombstones;
  final MongoSources sources;
  final PushMarks marks;
  public final MongoModels models;
  final MongoJournal journal;
  private final Function<People, Matching> matching;

  /** Stores on a database of that name, with nothing in it. */
  public StoredProfiles(String name) {
    this(name, (_, _) -> new ExactMatching());
  }

  /** The same, matched in another way. */
  public StoredProfiles(String name, BiFunction<Models, People, Matching> matched) {
    this(MongoTestServer.database(name), matched);
  }

  /** Where values stand in that way. */
  StoredProfiles(String name, Sealing sealing) {
    this(MongoTestServer.database(name), sealing, (_, _) -> new ExactMatching());
  }

  /** On that database, which is empty. */
  StoredProfiles(MongoDatabase empty, BiFunction<Models, People, Matching> matched) {
    this(empty, Sealing.OPEN, matched);
  }

  private StoredProfiles(
      MongoDatabase empty, Sealing sealing, BiFunction<Models, People, Matching> matched) {
    this.sealing = sealing;
    database = empty;
    models = new MongoModels(database);
    matching = people -> matched.apply(models, people);
    var indexes = new ArrayList<>(MongoRecords.indexes());
    indexes.add(MongoRejectedRows.indexes());
    indexes.add(MongoResolutions.indexes());
    indexes.add(MongoReviews.indexes());
    indexes.add(MongoDealings.indexes());
    indexes.addAll(
        List.of(MongoSources.indexes(), MongoCards.indexes(sealing), MongoConsents.indexes()));
    CollectionIndexes.create(database, indexes);
    records = new MongoRecords(database, sealing);
    cards = new MongoCards(database, sealing);
    consents = new MongoConsents(database);
    journal = new MongoJournal(database);
    tombstones = new MongoTombstones(database, SECRET, clock);
    sources = new MongoSources(database);
    marks = new MongoPushMarks(database);
    register = new SourceRegister(sources, "businessUnits/dairy"::equals, clock);
    identity = opened();
    succession = new Succession(identity);
    reading = new Reading(identity, records, sources);
    register.onTrustChange(reading::trustChanged);
    projection = new Projection(identity, reading, cards);
    rounds = new Rounds(identity::resolve, projection::show);
  }

  /** Another instance of identity, as after a start. */
  public Identity opened() {
    var minting = new Identity.Minting(numbers::incrementAndGet, clock);
    var opened = new Identity(journal, matching.apply(people()), records, minting);
    opened.open();
    return opened;
  }

  /** Counts people by what stewards say. */
  CountingPeople counting() {
    return new CountingPeople(new MongoCensuses(database), identity, new StratifiedHeads(), clock);
  }

  /** Counts people of parts by that. */
  CountingParts countingParts() {
    var censuses = new MongoCensuses(database);
    return new CountingParts(censuses, counting(), cards, new StratifiedHeads());
  }

  /** What can be learned of these, and how it is kept. */
  public static Lessons lessons(People people) {
    return new Lessons(people, hashes());
  }

  /** What hashes of values are called in what is learned. */
  static KeyedHashes hashes() {
    return new KeyedHashes(SECRET);
  }

  /** All records there are. */
  public People people() {
    return use -> records.each("", record -> use.accept(Features.of(record)));
  }

  /** Where loads of these bodies put things. */
  public Loading.Stores stores(Bodies bodies) {
    return new Loading.Stores(
        bodies, records, new MongoRejectedRows(database, sealing, clock), tombstones, marks);
  }

  /** Loads into these stores, resolved and projected batch by batch. */
  public Loading loading(Loading.Stores stores) {
    return new Loading(register, stores, rounds.andThen((_, _) -> learnAndNote()), minting());
  }

  /** Pushes into these stores, as loads load into them. */
  Pushing pushing(Loading.Stores stores) {
    var deciding = new Pushing.Deciding(rounds, projection::note);
    return new Pushing(register, stores, marks, deciding, minting());
  }

  /** What the job does that counts sources, some minutes from now. */
  void countLater(Loading.Stores stores) {
    var later = Clock.offset(clock, PushMarks.STANDS.multipliedBy(2));
    var brokenOff = new BrokenOff(stores, rounds, new Retrospect(identity));
    new Counting(register, stores, later).round(marks, brokenOff);
  }

  private void learnAndNote() {
    projection.note();
    learn();
  }

  /** Learns if that is due, and shows it. */
  public void learn() {
    if (succession.learn()) {
      projection.catchUp();
    }
  }

  private Loading.Minting minting() {
    return new Loading.Minting(numbers::incrementAndGet, clock);
  }
}
