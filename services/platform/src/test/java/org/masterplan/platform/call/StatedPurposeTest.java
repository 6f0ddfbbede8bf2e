package org.masterplan.platform.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.notice.v1.ListNoticesRequest;
import org.masterplan.notice.v1.NoticeServiceGrpc;
import org.masterplan.platform.notice.NoticeGrpcService;
import org.masterplan.platform.notice.Notices;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;

class StatedPurposeTest {
  private static final ListNoticesRequest LIST =
      ListNoticesRequest.newBuilder().setParent("services/registry").build();

  private final Notices notices = new Notices(MongoTestServer.database("stated-purpose"));

  @ParameterizedTest
  @ValueSource(
      strings = {"complaint 17", "correction", "customer-request", "khieu nai 17", "lỗi", ""})
  void call_forAPurposeInWords_orWithoutOne_isTaken(String purpose) {
    assertThat(refused(purpose, Locale.ENGLISH)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "x", "?", "17", "a b c", "- - -", "..."})
  void call_forAPurposeWithoutAWord_isRefused_namingItAndWhatIsExpected(String purpose)
      throws Exception {
    var refused = refused(purpose, Locale.ENGLISH);

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    var wrong = wrong(refused);
    assertThat(wrong.getField()).isEqualTo("x-purpose");
    assertThat(wrong.getReason()).isEqualTo("PURPOSE_WITHOUT_WORD");
    assertThat(wrong.getDescription())
        .startsWith("x-purpose is \"" + purpose + "\" (expected: why personal data is asked for");
  }

  @Test
  void call_forAPurposeWithoutAWord_isRefusedInTheCallersLanguage() throws Exception {
    assertThat(wrong(refused("x", Caller.VIETNAMESE)).getDescription())
        .startsWith("x-purpose là \"x\" (cần: mục đích xem dữ liệu cá nhân");
  }

  private StatusRuntimeException refused(String purpose, Locale locale) {
    var actor = new Actor("lan", Set.of(Role.DATA_TEAM), Set.of(), purpose);
    try (var server = GrpcTest.serving(new NoticeGrpcService(notices, "registry"))) {
      var stub = NoticeServiceGrpc.newBlockingStub(server.as(actor, locale));
      return catchThrowableOfType(StatusRuntimeException.class, () -> stub.listNotices(LIST));
    }
  }

  private static BadRequest.FieldViolation wrong(StatusRuntimeException refused) throws Exception {
    for (var detail : StatusProto.fromThrowable(refused).getDetailsList()) {
      if (detail.is(BadRequest.class)) {
        return detail.unpack(BadRequest.class).getFieldViolations(0);
      }
    }
    throw new AssertionError("no field is named", refused);
  }
}
