package org.masterplan.profiles.privacy.grpc;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.Timestamps;
import org.masterplan.person.v1.ExportPersonDataResponse.Item;
import org.masterplan.profiles.privacy.app.Holders.Holding;
import org.masterplan.profiles.privacy.domain.PersonKeys;

/** Holdings as messages. */
final class PrivacyProtos {
  private PrivacyProtos() {}

  static PersonKeys keys(org.masterplan.person.v1.PersonKeys message) {
    return new PersonKeys(
        message.getProfilesList(),
        message.getPhonesList(),
        message.getEmailsList(),
        message.getHandlesList(),
        message.getRecordsList());
  }

  static org.masterplan.person.v1.PersonKeys keys(PersonKeys person) {
    return org.masterplan.person.v1.PersonKeys.newBuilder()
        .addAllProfiles(person.profiles())
        .addAllPhones(person.phones())
        .addAllEmails(person.emails())
        .addAllHandles(person.handles())
        .addAllRecords(person.records())
        .build();
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
