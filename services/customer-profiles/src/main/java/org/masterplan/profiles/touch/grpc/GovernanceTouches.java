package org.masterplan.profiles.touch.grpc;

import com.google.protobuf.util.Timestamps;
import io.grpc.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.governance.v1.ContactServiceGrpc;
import org.masterplan.governance.v1.ListTouchesRequest;
import org.masterplan.governance.v1.ListTouchesResponse;
import org.masterplan.governance.v1.MessageClass;
import org.masterplan.profiles.call.OtherService;
import org.masterplan.profiles.touch.app.LedgerTouches;
import org.masterplan.profiles.touch.domain.Touch;

/** Governance's ledger, asked over gRPC: summed up, never contact by contact. */
public final class GovernanceTouches implements LedgerTouches {
  private static final int AT_ONCE = 1000;

  private final OtherService governance;

  public GovernanceTouches(Channel channel, Duration deadline) {
    this.governance = OtherService.governance(channel, deadline);
  }

  @Override
  public Map<String, List<Touch.Contact>> since(Instant since, Collection<String> names) {
    var touches = new HashMap<String, List<Touch.Contact>>();
    var all = List.copyOf(names);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var part = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      for (var touch : asked(since, part)) {
        touches.computeIfAbsent(touch.getProfile(), _ -> new ArrayList<>()).add(contact(touch));
      }
    }
    return touches;
  }

  private List<ListTouchesResponse.Touch> asked(Instant since, List<String> names) {
    var request =
        ListTouchesRequest.newBuilder()
            .addAllProfiles(names)
            .setSinceTime(Timestamps.fromMillis(since.toEpochMilli()))
            .build();
    return governance
        .ask(ContactServiceGrpc::newBlockingStub, stub -> stub.listTouches(request))
        .getTouchesList();
  }

  private static Touch.Contact contact(ListTouchesResponse.Touch touch) {
    return new Touch.Contact(
        touch.getBusinessUnit(),
        touch.getChannel().name(),
        touch.getMessageClass() == MessageClass.PROMOTION,
        touch.getCommunitiesList(),
        touch.getContacts(),
        Instant.ofEpochSecond(touch.getLastTime().getSeconds(), touch.getLastTime().getNanos()));
  }
}
