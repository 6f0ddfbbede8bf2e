package org.masterplan.profiles;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.longrunning.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.platform.testkit.ParquetBytes;
import org.masterplan.profiles.v1.ColumnMapping;
import org.masterplan.profiles.v1.CreateSourceRequest;
import org.masterplan.profiles.v1.FieldMapping;
import org.masterplan.profiles.v1.ListRecordsRequest;
import org.masterplan.profiles.v1.ListRejectedRowsRequest;
import org.masterplan.profiles.v1.RejectedRow;
import org.masterplan.profiles.v1.Source;
import org.masterplan.profiles.v1.UpdateSourceRequest;

/** What a load of a source makes of bad input; how it is read is tested where all uploads are. */
class SourceIntakeTest extends ProfilesCalls {
  private static final String HEAD = "Mã KH,Họ và tên,SĐT,Ngày sinh\n";
  private static final String PARQUET = "application/vnd.apache.parquet";
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Test
  void badRows_areKeptWithLineAndReason_andTheOthersTaken() throws Exception {
    var file = new ByteArrayOutputStream();
    text(file, HEAD + row(1));
    text(file, "2,Trần ");
    file.write(0xFF);
    text(file, ",0912345672,\n");
    text(file, row(3).strip() + ",one,two\n");
    text(file, row(4).strip() + "\0\n");
    // Beyond the limit of a row; one of 50 MB is read by the same code, and tested there.
    var endless = new byte[3_000_000];
    Arrays.fill(endless, (byte) 'x');
    file.writeBytes(endless);
    text(file, "\n" + row(6));
    text(file, "7,=HYPERLINK(1),0912345677,\n");

    var result = result(load("crm", "text/csv; charset=utf-8", file.toByteArray()));

    assertThat(rejected()).extracting(RejectedRow::getLine).containsExactly(3L, 4L, 5L, 6L);
    assertThat(rejected())
        .extracting(RejectedRow::getField)
        .containsExactly("", "column 5", "", "");
    assertThat(result.getRejectedTotal()).isEqualTo(4);
    assertThat(rejected())
        .allSatisfy(
            bad ->
                assertThat(bad.getReason()).isNotBlank().doesNotContain("{", "Exception", "java."));
    assertThat(records()).isEqualTo(3);
    assertThat(result.getSerializedSize()).isLessThan(10_000);
  }

  @Test
  void fileTakenTwice_givesOneResult() throws Exception {
    // So many that the column of ids is still taken for one.
    var rows = IntStream.range(0, 10).mapToObj(SourceIntakeTest::row).collect(joining());
    var file = HEAD + rows + row(1);
    load("crm", "text/csv", file);
    var before = records();

    var again = result(load("crm", "text/csv", file));

    assertThat(again.getImported() + again.getUpdated()).isZero();
    assertThat(records()).isEqualTo(before).isEqualTo(10);
  }

  @Test
  void dates_inThreeStyles_areOneDay() throws Exception {
    var file = new StringBuilder(HEAD);
    var styles = List.of("1992-02-03", "03/02/1992", "19920203");
    for (int n = 1; n <= 3; n++) {
      file.append("%d,Nguyễn Bưởi,091234567%d,%s\n".formatted(n, n, styles.get(n - 1)));
    }

    load("crm", "text/csv", file.toString());

    for (int n = 1; n <= 3; n++) {
      var profile = lookup(ProfilesFixture.DATA_WITH_PURPOSE, "091234567" + n);
      assertThat(profile.getValuesOrThrow("birthDate").getValue()).isEqualTo("1992-02-03");
    }
  }

  @Test
  void parquet_isLoadedAsTheSameRowsInText() throws Exception {
    var columns = List.of(HEAD.strip().split(","));
    var rows = Stream.of(row(1), row(2)).map(row -> List.of(row.strip().split(","))).toList();
    load("crm", "text/csv", HEAD + row(1) + row(2));

    var result = result(load("crm", PARQUET, ParquetBytes.of(columns, rows)));

    assertThat(result.getUnchanged()).isEqualTo(2);
    assertThat(records()).isEqualTo(2);
    var cut = Arrays.copyOf(ParquetBytes.of(columns, rows), 100);
    assertThatThrownBy(() -> result(load("crm", PARQUET, cut)))
        .hasMessageContaining("Parquet")
        .hasMessageNotContaining("Exception");
  }

  @Test
  void emptyFile_bombAndMissingColumn_areRefusedWithoutATrace() throws Exception {
    load("crm", "text/csv", HEAD + row(1));

    assertThatThrownBy(() -> load("crm", "text/csv", new byte[0]))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> load("crm", "text/csv", "Mã KH,Họ và tên\n1,Lan\n"))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("SĐT");
    assertThatThrownBy(() -> result(load("crm", WORKBOOK, bomb())))
        .hasMessageContaining("workbook")
        .hasMessageNotContaining("Exception");
    assertThat(records()).isEqualTo(1);
  }

  @Test
  void aDayThatThereIsNot_isRefused_namingTheField() {
    var source = Source.newBuilder().setTitle("CRM").setCollectedFrom("2025-13-01");
    var create = CreateSourceRequest.newBuilder().setSourceId("crm").setSource(source).build();

    assertThatThrownBy(() -> sources(ProfilesFixture.DATA).createSource(create))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("source.collected_from is \"2025-13-01\"");
  }

  @Test
  void aFormatThatNothingIsReadBy_isRefused_namingTheField() {
    create("crm");
    var column = ColumnMapping.newBuilder().setColumn("Ngày sinh").setFormat("dd/mm/yyyy");
    var mapping = FieldMapping.newBuilder().putFields("birthDate", column.build());
    var source = Source.newBuilder().setName("sources/crm").setMapping(mapping);
    var update = UpdateSourceRequest.newBuilder().setSource(source).build();

    assertThatThrownBy(() -> sources(ProfilesFixture.DATA).updateSource(update))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("mapping.fields.birthDate.format is \"dd/mm/yyyy\"");
  }

  private static String row(int n) {
    return "%d,Nguyễn Văn %d,091234567%d,1990-01-02\n".formatted(n, n, n);
  }

  private static void text(ByteArrayOutputStream into, String text) {
    into.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bomb() throws IOException {
    var body = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(body)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int megabyte = 0; megabyte < 40; megabyte++) {
        zip.write(new byte[1 << 20]);
      }
      zip.closeEntry();
    }
    return body.toByteArray();
  }

  private static ImportResult result(Operation done) throws Exception {
    if (done.hasError()) {
      throw new IOException(done.getError().getMessage());
    }
    return done.getResponse().unpack(ImportResult.class);
  }

  private List<RejectedRow> rejected() {
    return sources(ProfilesFixture.DATA)
        .listRejectedRows(ListRejectedRowsRequest.newBuilder().setParent("sources/crm").build())
        .getRejectedRowsList();
  }

  private int records() {
    return sources(ProfilesFixture.DATA)
        .listRecords(ListRecordsRequest.newBuilder().setParent("sources/crm").build())
        .getRecordsCount();
  }
}
