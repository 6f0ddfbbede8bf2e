package org.masterplan.profiles.dealing.grpc;

import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.masterplan.platform.money.MoneyMessage;
import org.masterplan.profiles.dealing.app.Relations;
import org.masterplan.profiles.dealing.domain.Handles;
import org.masterplan.profiles.dealing.domain.Strength;
import org.masterplan.profiles.dealing.domain.ValueRule;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Masks;
import org.masterplan.profiles.v1.ListPotentialCustomersResponse;
import org.masterplan.profiles.v1.ProfileRelations;

/** What follows from dealings, as messages. */
final class DealingProtos {
  private DealingProtos() {}

  static ProfileRelations relations(Relations.Sheet sheet, ValueRule rule, boolean masked) {
    var message =
        ProfileRelations.newBuilder()
            .setProfile(sheet.profile().name())
            .setValueRule(rule.kind().name())
            .setOrders(sheet.worth().counted())
            .setOrdersLeftOut(sheet.worth().leftOut())
            .setRatings(sheet.satisfaction().ratings())
            .setMasked(masked)
            .setOwnUnitsOnly(!sheet.whole())
            .addAllMissing(sheet.missing())
            .setAsOfTime(time(sheet.asOf()));
    sheet.worth().value().ifPresent(value -> message.setValue(MoneyMessage.of(value)));
    sheet.satisfaction().mean().ifPresent(message::setSatisfaction);
    sheet.ties().entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Strength.Tie>>comparingDouble(
                tie -> -tie.getValue().strength()))
        .forEach(tie -> message.addRelations(relation(tie.getKey(), tie.getValue())));
    sheet.handles().forEach(handle -> message.addHandles(handle(handle, masked)));
    return message.build();
  }

  private static ProfileRelations.Relation relation(String community, Strength.Tie tie) {
    return ProfileRelations.Relation.newBuilder()
        .setCommunity(community)
        .setStrength(tie.strength())
        .setEvents(tie.events())
        .setPosts(tie.posts())
        .setGiven(tie.given())
        .setReceived(tie.received())
        .setLastTime(time(tie.last()))
        .build();
  }

  private static ProfileRelations.Handle handle(Handles.Handle handle, boolean masked) {
    var shown = masked ? Masks.mask(Dictionary.HANDLE, handle.handle()) : handle.handle();
    return ProfileRelations.Handle.newBuilder()
        .setPlatform(handle.platform())
        .setHandle(shown)
        .addAllSources(handle.sources().stream().map(id -> "sources/" + id).toList())
        .build();
  }

  static ListPotentialCustomersResponse potentials(Relations.Potentials potentials) {
    var message =
        ListPotentialCustomersResponse.newBuilder()
            .setKnownValues(potentials.knownValues())
            .setAsOfTime(time(potentials.asOf()));
    for (var each : potentials.people()) {
      var person =
          ListPotentialCustomersResponse.Potential.newBuilder()
              .setProfile(each.profile())
              .setStrength(each.strength());
      each.future().ifPresent(value -> person.setFutureValue(MoneyMessage.of(value)));
      message.addPeople(person);
    }
    return message.build();
  }

  private static com.google.protobuf.Timestamp time(Instant instant) {
    return Timestamps.fromMillis(instant.toEpochMilli());
  }
}
