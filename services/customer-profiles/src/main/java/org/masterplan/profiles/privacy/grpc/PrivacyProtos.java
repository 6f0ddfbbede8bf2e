package org.masterplan.profiles.privacy.grpc;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.Timestamps;
import org.masterplan.person.v1.ExportPersonDataResponse.Item;
import org.masterplan.profiles.privacy.app.Holders.Holding;
import org.masterplan.profiles.privacy.domain.Erasure;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.v1.Erasure.Confirmation;

/** Holdings as messages. */
final class PrivacyProtos {
  private PrivacyProtos() {}

  static PersonKeys keys(org.masterplan.person.v1.PersonKeys message) {
    return new PersonKeys(
        message.getProfilesList(),
        message.getPhonesList(),
        message.getEmailsList(),
        message.getHandlesList(),
        message.getRecordsList(),
        message.getOthersHandlesList());
  }

  static org.masterplan.person.v1.PersonKeys keys(PersonKeys person) {
    return org.masterplan.person.v1.PersonKeys.newBuilder()
        .addAllProfiles(person.profiles())
        .addAllPhones(person.phones())
        .addAllEmails(person.emails())
        .addAllHandles(person.handles())
        .addAllRecords(person.records())
        .addAllOthersHandles(person.others())
        .build();
  }

  static org.masterplan.profiles.v1.Erasure erasure(Erasure erasure) {
    var message =
        org.masterplan.profiles.v1.Erasure.newBuilder()
            .setName("erasures/" + erasure.id())
            .setProfile(erasure.profile())
            .setReason(erasure.asked().reason())
            .setCreator(erasure.asked().by())
            .setStartTime(Timestamps.fromMillis(erasure.asked().at().toEpochMilli()))
            .addAllWaiting(erasure.waiting())
            .setErased(erasure.erased());
    erasure
        .completedAt()
        .ifPresent(t -> message.setCompleteTime(Timestamps.fromMillis(t.toEpochMilli())));
    erasure.confirmations().forEach(each -> message.addConfirmations(confirmation(each)));
    for (var left : erasure.remainders()) {
      message.addRemaindersBuilder().setPlatform(left.platform()).setProfile(left.profile());
    }
    return message.build();
  }

  private static Confirmation confirmation(Erasure.Confirmation confirmation) {
    var message =
        Confirmation.newBuilder()
            .setService(confirmation.service())
            .setErased(confirmation.erased());
    confirmation
        .at()
        .ifPresent(t -> message.setConfirmTime(Timestamps.fromMillis(t.toEpochMilli())));
    return message.build();
  }

  static Item item(Holding holding) {
    var values = Struct.newBuilder();
    holding.values().forEach((field, value) -> values.putFields(field, value(value)));
    var message =
        Item.newBuilder().setResource(holding.resource()).setKind(holding.kind()).setValues(values);
    holding.since().ifPresent(t -> message.setSinceTime(Timestamps.fromMillis(t.toEpochMilli())));
    return message.build();
  }

  private static Value value(Object value) {
    return value instanceof Value message
        ? message
        : Value.newBuilder().setStringValue(String.valueOf(value)).build();
  }
}
