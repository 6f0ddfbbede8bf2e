package org.masterplan.platform.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.InternalMetadata;
import io.grpc.StatusException;
import io.grpc.protobuf.StatusProto;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Violation;

class StatusesTest {
  private static final Locale VI = Locale.forLanguageTag("vi");

  /** What a channel of ours reads of a call's last headers, less what HTTP/2 itself puts there. */
  private static final int ROOM = 120 * 1024;

  @Test
  void of_showsTheBeginningOfAVeryLongValue() throws Exception {
    var status = Statuses.of(NotFound.named("communities/" + "ệ".repeat(8_000)), VI);

    var told = Objects.requireNonNull(StatusProto.fromThrowable(status));
    assertThat(told.getMessage()).contains("communities/ệệệ", "…").hasSizeLessThan(700);
    var info = told.getDetails(0).unpack(ErrorInfo.class);
    assertThat(info.getMetadataMap().values())
        .allSatisfy(value -> assertThat(value).endsWith("…").hasSize(Shortened.SHOWN + 1));
    assertThat(size(status)).isLessThan(ROOM);
  }

  @Test
  void of_fitsIntoTheHeadersOfACall_howeverManyFieldsAreWrong() throws Exception {
    List<Violation> many =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    new Violation("names[" + i + "]", "ID_FORMAT", Map.of("value", "ệ".repeat(99))))
            .toList();

    var status = Statuses.of(new InvalidFields(many), VI);

    var told = Objects.requireNonNull(StatusProto.fromThrowable(status));
    var fields = told.getDetails(1).unpack(BadRequest.class).getFieldViolationsList();
    assertThat(fields).hasSizeBetween(20, 9_999);
    assertThat(fields.getFirst().getField()).isEqualTo("names[0]");
    assertThat(size(status)).isLessThan(ROOM);
  }

  /** The sentence travels percent-encoded: three letters for each byte. */
  private static long size(StatusException status) {
    var trailers = InternalMetadata.serialize(Objects.requireNonNull(status.getTrailers()));
    var message = Objects.requireNonNull(status.getStatus().getDescription());
    // Binary values go as base64.
    return Stream.of(trailers).mapToLong(bytes -> bytes.length * 4L / 3).sum()
        + 3L * message.getBytes(StandardCharsets.UTF_8).length;
  }
}
