package org.masterplan.listening.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.Set;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.listening.app.ImportingMentions;
import org.masterplan.listening.v1.ImportMentionsRequest;
import org.masterplan.listening.v1.MentionServiceGrpc;
import org.masterplan.platform.audit.CallNotes;
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

/** Receives files of mentions. */
public final class MentionUploads implements Importer {
  private static final String KIND = "mentions";
  private static final Set<String> PERSONAL = Set.of("author", "text");
  private static final UploadShape<ImportMentionsRequest, ImportMentionsRequest.Header> SHAPE =
      new UploadShape<>(
          ImportMentionsRequest::hasHeader,
          ImportMentionsRequest::getHeader,
          ImportMentionsRequest::getChunk);

  private final ImportingMentions importing;
  private final Spool spool;
  private final Uploads uploads;
  private final Rejects rejects;
  private final CallNotes notes;

  /** Where uploads go and come from, and what is noted of them. */
  public record Intake(Spool spool, Uploads uploads, Rejects rejects, CallNotes notes) {}

  public MentionUploads(ImportingMentions importing, Intake intake) {
    this.importing = importing;
    this.spool = intake.spool();
    this.uploads = intake.uploads();
    this.rejects = intake.rejects();
    this.notes = intake.notes();
  }

  StreamObserver<ImportMentionsRequest> receive(StreamObserver<ImportResult> reply) {
    return UploadStream.receive(reply, spool, SHAPE, this::take);
  }

  /** The body holds authors' names, so it does not outlive its import. */
  private ImportResult take(ImportMentionsRequest.Header header, Spool.Spooled body) {
    var headers = headers(header.getColumnsMap());
    var id = KIND + "-" + body.importId();
    try (var rows = uploads.open(body.file(), header.getContentType(), headers);
        var recording = rejects.record(Imported.of(id, rows.columns()))) {
      var tally = new ImportTally(id, recording);
      importing.take(rows, tally);
      notes.did("MENTIONS_IMPORTED", "imports/" + id, "");
      return ImportResults.of(tally.outcome(), Caller.language(), PERSONAL);
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
    return MentionServiceGrpc.getImportMentionsMethod();
  }

  @Override
  public Set<String> personal() {
    return PERSONAL;
  }

  @Override
  public void take(Rows rows, Imported what, ImportTally tally) {
    importing.take(rows, tally);
  }

  private static Headers headers(Map<String, String> columns) {
    return Headers.asWritten()
        .required("id", words(columns, "id", "mã"))
        .required("time", words(columns, "time", "timestamp", "thời gian", "thời điểm"))
        .required("platform", words(columns, "platform", "nền tảng"))
        .required("text", words(columns, "text", "nội dung"))
        .optional("author", words(columns, "author", "tác giả", "người viết"))
        .optional("link", words(columns, "link", "liên kết", "đường dẫn"))
        .optional("language", words(columns, "language", "ngôn ngữ"))
        .optional("shared_link", words(columns, "shared_link", "liên kết chia sẻ"))
        .optional("reach", words(columns, "reach", "lượt tiếp cận"));
  }

  /** The caller's own name for the column, if there is one, else the known words. */
  private static String[] words(Map<String, String> columns, String field, String... known) {
    var given = columns.get(field);
    return given == null ? known : new String[] {given};
  }
}
