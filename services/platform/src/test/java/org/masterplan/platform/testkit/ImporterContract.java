package org.masterplan.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.imports.v1.ImportServiceGrpc;
import org.masterplan.imports.v1.ListRejectsRequest;
import org.masterplan.imports.v1.ReplayRejectsRequest;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.intake.ImportGrpcService;
import org.masterplan.platform.intake.Importer;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Replays;

/**
 * What every importer must make of bad input, over gRPC as it is deployed: a clear error with line
 * and field, good rows kept, bad rows kept with their reason, nothing half applied, no exception
 * text; two imports of one file give one result.
 */
public abstract class ImporterContract {
  /** So small that a bomb need not be large. */
  protected static final Limits LIMITS =
      new Limits(2L << 30, 50_000_000, 16 << 20, 8 << 20, 1_000_000, 1000, 2000);

  private static final String CSV = "text/csv";
  private static final String PARQUET = "application/vnd.apache.parquet";
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /**
   * What a file of this importer looks like.
   *
   * @param required columns without which a file is refused; a sheet may have none
   * @param id the column that tells two rows apart
   * @param date a column of days, empty if there is none
   * @param row cells of the n-th good row
   */
  public record Sheet(
      List<String> columns,
      List<String> required,
      String id,
      String date,
      IntFunction<List<String>> row) {
    private String line(int number) {
      return String.join(",", row.apply(number));
    }

    private String line(int number, String column, String cell) {
      var cells = new ArrayList<>(row.apply(number));
      cells.set(columns.indexOf(column), cell);
      return String.join(",", cells);
    }

    private String header() {
      return String.join(",", columns);
    }
  }

  protected abstract Sheet sheet();

  /** Sends a file; throws what the call threw. */
  protected abstract ImportResult upload(byte[] body, String contentType) throws Exception;

  /** Everything that imports have stored, in a form that can be compared. */
  protected abstract List<String> stored();

  protected abstract Rejects rejects();

  /** The importer, as its service offers it for replays. */
  protected abstract Importer importer();

  /** Cells of a row that is refused today, though it can be read. */
  protected abstract List<String> early();

  /** Makes the early row good; who may bring it then. */
  protected abstract Actor later();

  /** Somebody who may not upload. */
  protected Actor stranger() {
    return new Actor("pia", Set.of(Role.PRIVACY_OFFICER), Set.of(), "");
  }

  @Test
  void replay_takesWhatIsGoodByNow_andASecondReplayChangesNothing() throws Exception {
    var file =
        csv(
            sheet().line(1),
            String.join(",", early()),
            sheet().line(2) + ",one,two,three",
            sheet().line(3) + "\0");
    var first = upload(file, CSV);
    assertThat(first.getRejectedTotal()).isEqualTo(3);
    var before = stored();

    try (var server = replaying()) {
      var caller = ImportServiceGrpc.newBlockingStub(server.as(later()));
      var replay = ReplayRejectsRequest.newBuilder().setParent(name(first)).build();
      var result = caller.replayRejects(replay);
      var after = stored();
      var again = caller.replayRejects(replay);

      assertThat(result.getImported() + result.getUpdated()).isEqualTo(1);
      assertThat(result.getRejectedTotal()).isEqualTo(2);
      assertThat(after).isNotEqualTo(before);
      assertThat(again.getImported() + again.getUpdated() + again.getUnchanged()).isZero();
      assertThat(again.getRejectedList()).isEqualTo(result.getRejectedList());
      assertThat(stored()).isEqualTo(after);
      assertReadable(again);
    }
    assertThat(rejects().list(first.getImportId(), 0, 9)).hasSize(2);
  }

  @Test
  void rejects_areListedByPage_toThoseWhoMayUpload() throws Exception {
    var first = upload(csv(sheet().line(1) + "\0", sheet().line(2) + "\0"), CSV);
    var other = upload(csv(sheet().line(3) + "\0"), CSV);

    try (var server = replaying()) {
      var caller = ImportServiceGrpc.newBlockingStub(server.as(later()));
      var page = ListRejectsRequest.newBuilder().setParent(name(first)).setPageSize(1);
      var one = caller.listRejects(page.build());
      page.setPageToken(one.getNextPageToken());
      var two = caller.listRejects(page.build());

      assertThat(one.getRejects(0).getLine()).isEqualTo(2);
      assertThat(two.getRejects(0).getLine()).isEqualTo(3);
      assertThat(two.getNextPageToken()).isEmpty();
      page.setParent(name(other));
      assertThatThrownBy(() -> caller.listRejects(page.build()))
          .hasMessageContaining("INVALID_ARGUMENT")
          .hasMessageContaining("page_token");
      page.setParent(name(first) + "0").clearPageToken();
      assertThatThrownBy(() -> caller.listRejects(page.build())).hasMessageContaining("NOT_FOUND");
      page.setParent(name(first));
      var stranger = ImportServiceGrpc.newBlockingStub(server.as(stranger()));
      assertThatThrownBy(() -> stranger.listRejects(page.build()))
          .hasMessageContaining("PERMISSION_DENIED");
    }
  }

  private static String name(ImportResult result) {
    return "imports/" + result.getImportId();
  }

  private GrpcTest replaying() {
    Supplier<String> ids = () -> UUID.randomUUID().toString();
    var notes = new AuditNotes(MongoTestServer.database("replays"), ids);
    return GrpcTest.serving(
        new ImportGrpcService(
            new Replays(rejects(), List.of(importer()), ids),
            new CallNotes(notes, Clock.systemUTC())));
  }

  @Test
  void goodFile_isTaken_andTakenAgainChangesNothing() throws Exception {
    var file = csv(sheet().line(1), sheet().line(2), sheet().line(3));

    var first = upload(file, CSV);
    var before = stored();
    var second = upload(file, CSV);

    assertThat(first.getRejectedList()).isEmpty();
    assertThat(first.getImported()).isEqualTo(3);
    assertThat(second.getImported()).isZero();
    assertThat(second.getUnchanged()).isEqualTo(3);
    assertThat(second.getImportId()).isEqualTo(first.getImportId());
    assertThat(before).isNotEmpty();
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void parquet_readsTheSameAsText() throws Exception {
    upload(csv(sheet().line(1), sheet().line(2)), CSV);
    var before = stored();

    var rows = List.of(sheet().row().apply(1), sheet().row().apply(2));
    var result = upload(ParquetBytes.of(sheet().columns(), rows), PARQUET);

    assertThat(result.getRejectedList()).isEmpty();
    assertThat(result.getImported()).isZero();
    assertThat(result.getUnchanged()).isEqualTo(2);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void parquetThatIsNone_isRefused() {
    var whole = ParquetBytes.of(sheet().columns(), List.of(sheet().row().apply(1)));

    assertRefused(Arrays.copyOf(whole, whole.length - 1), PARQUET, "Parquet");
    assertRefused(csv(sheet().line(1)), PARQUET, "Parquet");
    assertThat(stored()).isEmpty();
  }

  @Test
  void everyUsualEncoding_readsTheSame() throws Exception {
    var text = text(sheet().line(1), sheet().line(2));
    upload(text.getBytes(StandardCharsets.UTF_8), CSV);
    var before = stored();

    for (var other : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
      var marked = ("\uFEFF" + text).getBytes(Charset.forName(other));
      assertThat(upload(marked, CSV).getImported()).as(other).isZero();
    }

    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void wrongEncoding_losesOnlyTheLineThatHoldsIt() throws Exception {
    // A byte that UTF-8 never has, in a file that is otherwise UTF-8.
    var body = new ByteArrayOutputStream();
    body.writeBytes(csv(sheet().line(1)));
    body.writeBytes("sữa ".getBytes(StandardCharsets.UTF_8));
    body.write(0xFF);
    body.writeBytes(("\n" + sheet().line(2) + "\n").getBytes(StandardCharsets.UTF_8));

    assertOneBad(upload(body.toByteArray(), CSV), "");
  }

  @Test
  void raggedRow_isRejectedAlone() throws Exception {
    var tooLong = sheet().line(9) + ",one,two,three";

    var unnamed = "column " + (sheet().columns().size() + 1);
    assertOneBad(upload(csv(sheet().line(1), tooLong, sheet().line(2)), CSV), unnamed);
  }

  @Test
  void lineOfFiftyMegabytes_isRejectedAlone() throws Exception {
    var endless = new byte[50_000_000];
    Arrays.fill(endless, (byte) 'x');
    var body = new ByteArrayOutputStream(endless.length + 1000);
    body.writeBytes(csv(sheet().line(1)));
    body.writeBytes(endless);
    body.writeBytes(("\n" + sheet().line(2) + "\n").getBytes(StandardCharsets.UTF_8));

    var result = upload(body.toByteArray(), CSV);

    assertOneBad(result, "");
    assertThat(result.getSerializedSize()).isLessThan(10_000);
  }

  @Test
  void nul_isRejectedAlone() throws Exception {
    var broken = sheet().line(9) + "\0";

    assertOneBad(upload(csv(sheet().line(1), broken, sheet().line(2)), CSV), "");
  }

  @Test
  void formula_isTextOrRejected_andNothingElse() throws Exception {
    var formula = sheet().line(9, sheet().id(), "=HYPERLINK(\"\"http://x.example\"\")");

    var result = upload(csv(sheet().line(1), formula, sheet().line(2)), CSV);

    assertThat(result.getImported() + result.getRejectedTotal()).isEqualTo(3);
    assertThat(result.getImported()).isGreaterThanOrEqualTo(2);
    assertReadable(result);
  }

  @Test
  void idTwice_isOneThing() throws Exception {
    upload(csv(sheet().line(1), sheet().line(2)), CSV);
    var before = stored().size();

    var result = upload(csv(sheet().line(1), sheet().line(2), sheet().line(1)), CSV);

    assertThat(result.getImported()).isZero();
    assertThat(stored()).hasSize(before);
  }

  @Test
  void dates_inThreeStyles_areOneDay() throws Exception {
    assumeFalse(sheet().date().isEmpty(), "this importer's file has no column of days");
    upload(csv(sheet().line(1, sheet().date(), "2026-11-02")), CSV);
    var before = stored();

    for (var style : List.of("02/11/2026", "20261102")) {
      var result = upload(csv(sheet().line(1, sheet().date(), style)), CSV);
      assertThat(result.getRejectedList()).as(style).isEmpty();
      assertThat(result.getUnchanged()).as(style).isEqualTo(1);
    }
    var wrong = upload(csv(sheet().line(1, sheet().date(), "31/02/2026")), CSV);

    assertThat(stored()).isEqualTo(before);
    assertThat(wrong.getRejected(0).getLine()).isEqualTo(2);
    assertThat(wrong.getRejected(0).getField()).isEqualTo(sheet().date());
    assertReadable(wrong);
  }

  @Test
  void emptyFile_isRefused_andAHeaderAloneIsNot() throws Exception {
    assertRefused(new byte[0], CSV, "file");
    assertRefused("\n \n".getBytes(StandardCharsets.UTF_8), CSV, "file");

    assertThat(upload(csv(), CSV).getImported()).isZero();
    assertThat(stored()).isEmpty();
  }

  @Test
  void missingColumn_isRefusedByName() {
    assumeFalse(sheet().required().isEmpty(), "this importer's file needs no column in particular");
    for (var column : sheet().required()) {
      var other = sheet().header().replaceAll("(^|,)" + column + "(,|$)", "$1not_it$2");
      var file = (other + "\n" + sheet().line(1) + "\n").getBytes(StandardCharsets.UTF_8);

      assertRefused(file, CSV, column);
    }
    assertThat(stored()).isEmpty();
  }

  @Test
  void bombOfAWorkbook_isRefused() throws IOException {
    var body = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(body)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int megabyte = 0; megabyte < 40; megabyte++) {
        zip.write(new byte[1 << 20]);
      }
      zip.closeEntry();
    }

    assertRefused(body.toByteArray(), WORKBOOK, "workbook");
    assertThat(stored()).isEmpty();
  }

  /** Of three rows the second was bad; {@code field} at fault is empty if the whole row is. */
  private void assertOneBad(ImportResult result, String field) {
    assertThat(result.getImported()).isEqualTo(2);
    assertThat(result.getRejectedTotal()).isEqualTo(1);
    assertThat(result.getRejected(0).getLine()).isEqualTo(3);
    assertThat(result.getRejected(0).getField()).isEqualTo(field);
    assertThat(rejects().list(result.getImportId(), 0, 9))
        .singleElement()
        .satisfies(kept -> assertThat(kept.line() + kept.field()).isEqualTo(3 + field))
        .satisfies(kept -> assertThat(kept.reason()).isNotBlank())
        .satisfies(
            kept -> assertThat(kept.value().length()).isLessThanOrEqualTo(Row.Bad.MAX_VALUE));
    assertReadable(result);
  }

  private static void assertReadable(ImportResult result) {
    assertThat(result.getRejectedList())
        .allSatisfy(
            bad ->
                assertThat(bad.getReason())
                    .isNotBlank()
                    .doesNotContain("{field}", "{value}", "Exception", "java."));
  }

  private void assertRefused(byte[] body, String contentType, String named) {
    assertThatThrownBy(() -> upload(body, contentType))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
              assertThat(e.getStatus().getDescription())
                  .containsIgnoringCase(named)
                  .doesNotContain("Exception", "java.");
            });
  }

  private byte[] csv(String... lines) {
    return text(lines).getBytes(StandardCharsets.UTF_8);
  }

  private String text(String... lines) {
    var all = new ArrayList<>(List.of(sheet().header()));
    all.addAll(List.of(lines));
    return String.join("\n", all) + "\n";
  }
}
