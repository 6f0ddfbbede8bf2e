package org.masterplan.registry.member.grpc;

import org.masterplan.registry.member.domain.Keys;
import org.masterplan.registry.member.domain.Member;
import org.masterplan.registry.resource.grpc.Replies;

/** Members on the wire. */
final class MemberProtos {
  private static final int SHOWN = 2;

  private MemberProtos() {}

  /** The member; personal values masked unless {@code open}. */
  static org.masterplan.registry.v1.Member write(Member member, boolean open) {
    var wire = org.masterplan.registry.v1.Member.newBuilder().setName(member.name().toString());
    wire.setState(Enum.valueOf(wire.getState().getDeclaringClass(), member.state().name()))
        .setRecord(member.keys().record())
        .setProfile(member.profile());
    member.joined().ifPresent(t -> wire.setJoinTime(Replies.time(t)));
    member.left().ifPresent(t -> wire.setLeaveTime(Replies.time(t)));
    return keys(wire, member.keys(), open).build();
  }

  private static org.masterplan.registry.v1.Member.Builder keys(
      org.masterplan.registry.v1.Member.Builder wire, Keys keys, boolean open) {
    return open
        ? wire.setHandle(keys.handle()).setEmail(keys.email()).setPhone(keys.phone())
        : wire.setHandle(handle(keys.handle()))
            .setEmail(email(keys.email()))
            .setPhone(phone(keys.phone()));
  }

  private static String handle(String handle) {
    return handle.isEmpty() ? "" : first(handle) + "***";
  }

  private static String email(String email) {
    return email.isEmpty() ? "" : first(email) + "***" + email.substring(email.indexOf('@'));
  }

  private static String phone(String phone) {
    return phone.isEmpty() ? "" : "***" + phone.substring(phone.length() - SHOWN);
  }

  private static String first(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
