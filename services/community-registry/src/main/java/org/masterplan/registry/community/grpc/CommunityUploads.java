package org.masterplan.registry.community.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.ImportResults;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Importer;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.UploadShape;
import org.masterplan.platform.intake.UploadStream;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.registry.community.app.Adoption;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.ImportCommunitiesRequest;
import org.masterplan.registry.v1.ImportCommunitiesRequest.Header;

/** Files of communities: spooled, read row by row, adopted; what is rejected is kept. */
public final class CommunityUploads implements Importer {
  private static final String KIND = "communities";
  private static final UploadShape<ImportCommunitiesRequest, Header> SHAPE =
      new UploadShape<>(
          ImportCommunitiesRequest::hasHeader,
          ImportCommunitiesRequest::getHeader,
          ImportCommunitiesRequest::getChunk);

  private final Adoption adoption;
  private final Spool spool;
  private final Uploads uploads;
  private final Rejects rejects;

  public CommunityUploads(Adoption adoption, Spool spool, Uploads uploads, Rejects rejects) {
    this.adoption = adoption;
    this.spool = spool;
    this.uploads = uploads;
    this.rejects = rejects;
  }

  StreamObserver<ImportCommunitiesRequest> receive(StreamObserver<ImportResult> reply) {
    return UploadStream.receive(reply, spool, SHAPE, this::adopt);
  }

  private ImportResult adopt(Header header, Spool.Spooled body) {
    var id = KIND + "-" + body.importId();
    try (var rows = uploads.open(body.file(), header.getContentType(), headers(header));
        var kept = rejects.record(Imported.of(id, rows.columns()))) {
      var outcome = adoption.adopt(rows, Caller.current(), new ImportTally(id, kept));
      return ImportResults.of(outcome, Caller.language(), personal());
    } finally {
      spool.delete(body);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public MethodDescriptor<?, ?> method() {
    return CommunityServiceGrpc.getImportCommunitiesMethod();
  }

  @Override
  public Set<String> personal() {
    return Set.of();
  }

  @Override
  public void take(Rows rows, Imported what, ImportTally tally) {
    adoption.adopt(rows, Caller.current(), tally);
  }

  private static Headers headers(Header header) {
    var columns = header.getColumnsMap();
    return Headers.asWritten()
        .required(
            "title", words(columns.get("title"), "name", "tên", "tên cộng đồng", "community name"))
        .required("platform", words(columns.get("platform"), "nền tảng", "channel", "kênh"))
        .required("unit", words(columns.get("unit"), "business unit", "business_unit", "đơn vị"))
        .optional("link", words(columns.get("link"), "url", "address", "địa chỉ", "liên kết"))
        .optional("id", words(columns.get("id"), "community", "code", "mã"))
        .optional("kind", words(columns.get("kind"), "type", "loại", "hình thức"))
        .optional("mode", words(columns.get("mode"), "phương thức"))
        .optional("segments", words(columns.get("segments"), "segment", "phân khúc"))
        .optional("product_lines", words(columns.get("product_lines"), "products", "dòng sản phẩm"))
        .optional("purpose", words(columns.get("purpose"), "mục đích"))
        .optional("objective", words(columns.get("objective"), "mục tiêu"))
        .optional(
            "corporate_objectives",
            words(columns.get("corporate_objectives"), "corporate_objective", "mục tiêu công ty"))
        .optional("why", words(columns.get("why"), "reason", "lý do", "vì sao"))
        .optional("expected_gain", words(columns.get("expected_gain"), "gain", "kết quả mong đợi"))
        .optional("member_benefit", words(columns.get("member_benefit"), "lợi ích thành viên"))
        .optional("exit_plan", words(columns.get("exit_plan"), "kế hoạch đóng"))
        .optional("sponsor", words(columns.get("sponsor"), "bảo trợ"))
        .optional("owner", words(columns.get("owner"), "người phụ trách", "chủ"))
        .optional("deputies", words(columns.get("deputies"), "deputy", "dự bị"))
        .optional(
            "declared_members",
            words(columns.get("declared_members"), "members", "followers", "thành viên"));
  }

  private static String[] words(@org.jspecify.annotations.Nullable String given, String... usual) {
    if (given == null) {
      return usual;
    }
    var words = java.util.Arrays.copyOf(usual, usual.length + 1);
    words[usual.length] = given;
    return words;
  }
}
