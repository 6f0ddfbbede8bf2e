package org.masterplan.profiles;

import java.time.Duration;
import java.util.Currency;
import org.masterplan.profiles.dealing.app.DealingImport;
import org.masterplan.profiles.dealing.app.Relations;
import org.masterplan.profiles.dealing.domain.ValueRule;
import org.masterplan.profiles.dealing.grpc.DealingGrpcService;
import org.masterplan.profiles.dealing.grpc.DealingImporter;
import org.masterplan.profiles.dealing.mongo.MongoDealings;
import org.masterplan.profiles.effect.app.Comparing;
import org.masterplan.profiles.effect.grpc.PromotionEffectGrpcService;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.OwnPeople;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.query.app.AroundLists;
import org.masterplan.profiles.touch.app.Fragmenting;
import org.masterplan.profiles.touch.app.OwnPlaces;

/** Dealings over stored profiles; what was spent in twelve months is what a person is worth. */
final class DealingFixture {
  final DealingImporter importer;
  final AroundLists.Done done;
  private final MongoDealings dealings;
  private final Relations relations;
  private final Sight sight;
  private final OwnPlaces places;
  private final DealingGrpcService.Intake intake;

  DealingFixture(
      StoredProfiles stored, PlanStandIn plan, Sight sight, DealingGrpcService.Intake intake) {
    dealings = new MongoDealings(stored.database);
    var resolving = new Resolving(stored.identity, stored.records);
    var people = new DealingImport.People(stored.records, resolving, stored.tombstones);
    importer = new DealingImporter(new DealingImport(dealings, people, stored.clock));
    var rule = new ValueRule(ValueRule.Kind.SPENT_12_MONTHS, Currency.getInstance("VND"));
    var rules = new Relations.Rules(rule, plan::units);
    relations = new Relations(dealings, stored.reading, stored.sources, rules, stored.clock);
    done = new AroundLists.Done(dealings, relations);
    this.sight = sight;
    places = new OwnPlaces(plan);
    this.intake = intake;
  }

  /** Who touched people, as the plan around them knows. */
  Fragmenting touches(StoredProfiles stored, PlanStandIn plan) {
    return new Fragmenting(plan, plan, dealings, stored.sources, stored.clock);
  }

  /** What promotions do, as the plan around them knows; answered again for so long. */
  Comparing comparing(StoredProfiles stored, PlanStandIn plan, Duration stands) {
    var own = new OwnPeople(stored.sources);
    var around = new Comparing.Plan(plan, plan, plan, new OwnPlaces(plan), own);
    var money = new Comparing.Money(relations.rule().currency(), stored.clock);
    return new Comparing(around, stored.reading, dealings, money, stands);
  }

  PromotionEffectGrpcService effects(StoredProfiles stored, PlanStandIn plan) {
    return new PromotionEffectGrpcService(comparing(stored, plan, Duration.ZERO));
  }

  DealingGrpcService service(Desk desk) {
    var readers = new DealingGrpcService.Readers(desk, sight, places);
    return new DealingGrpcService(relations, importer, readers, intake);
  }
}
