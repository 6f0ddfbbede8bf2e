package org.masterplan.governance.contact.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.masterplan.governance.contact.app.Touching;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.v1.ListTouchesResponse;
import org.masterplan.kernel.refusal.InvalidFields;

/** Words of the contract that contacts and messages share. */
public final class ContactProtos {
  private ContactProtos() {}

  /** The channel; empty if unspecified. */
  public static Optional<Channel> channel(org.masterplan.governance.v1.Channel channel) {
    return switch (channel) {
      case SMS -> Optional.of(Channel.SMS);
      case CALL -> Optional.of(Channel.CALL);
      case EMAIL -> Optional.of(Channel.EMAIL);
      case ZALO -> Optional.of(Channel.ZALO);
      case APP -> Optional.of(Channel.APP);
      case POST -> Optional.of(Channel.POST);
      case CHANNEL_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  public static org.masterplan.governance.v1.Channel channel(Channel channel) {
    return org.masterplan.governance.v1.Channel.valueOf(channel.name());
  }

  /** The class; empty if unspecified. */
  public static Optional<MessageClass> messageClass(
      org.masterplan.governance.v1.MessageClass messageClass) {
    return switch (messageClass) {
      case PROMOTION -> Optional.of(MessageClass.PROMOTION);
      case ASK -> Optional.of(MessageClass.ASK);
      case INFO -> Optional.of(MessageClass.INFO);
      case CARE -> Optional.of(MessageClass.CARE);
      case SERVICE_NOTICE -> Optional.of(MessageClass.SERVICE_NOTICE);
      case MESSAGE_CLASS_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  public static org.masterplan.governance.v1.MessageClass messageClass(MessageClass messageClass) {
    return org.masterplan.governance.v1.MessageClass.valueOf(messageClass.name());
  }

  static ListTouchesResponse.Touch touch(Touching.Touch touch) {
    var by = touch.by();
    return ListTouchesResponse.Touch.newBuilder()
        .setProfile(by.profile())
        .setBusinessUnit(by.unit())
        .setChannel(channel(by.channel()))
        .setMessageClass(messageClass(by.messageClass()))
        .addAllCommunities(by.communities())
        .setContacts(touch.contacts())
        .setLastTime(timestamp(touch.last()))
        .build();
  }

  /** What {@code value} is, or a refusal that names the field. */
  public static <T> T required(String field, Optional<T> value) {
    return value.orElseThrow(
        () -> InvalidFields.of(field, "REQUIRED", Map.of("field", field.toLowerCase(Locale.ROOT))));
  }

  public static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  public static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
