package org.masterplan.registry.member.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
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
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.member.app.MemberImport;
import org.masterplan.registry.v1.ImportMembersRequest;
import org.masterplan.registry.v1.ImportMembersResponse;
import org.masterplan.registry.v1.MemberServiceGrpc;

/** Receives lists of members and hands their rows to the import. */
public final class MemberUploads implements Importer {
  private static final String KIND = "members";
  private static final String COMMUNITY = "community";
  private static final List<String> KEYS = List.of("handle", "email", "phone", "record");
  private static final Set<String> PERSONAL = Set.of("handle", "email", "phone", "record");
  private static final UploadShape<ImportMembersRequest, ImportMembersRequest.Header> SHAPE =
      new UploadShape<>(
          ImportMembersRequest::hasHeader,
          ImportMembersRequest::getHeader,
          ImportMembersRequest::getChunk);

  private final MemberImport members;
  private final Uploads uploads;
  private final Spool spool;
  private final Rejects rejects;

  public MemberUploads(MemberImport members, Uploads uploads, Spool spool, Rejects rejects) {
    this.members = members;
    this.uploads = uploads;
    this.spool = spool;
    this.rejects = rejects;
  }

  StreamObserver<ImportMembersRequest> receive(StreamObserver<ImportMembersResponse> reply) {
    return UploadStream.receive(reply, spool, SHAPE, this::take);
  }

  private ImportMembersResponse take(ImportMembersRequest.Header header, Spool.Spooled body) {
    try {
      var actor = Caller.current();
      return take(header, members.mayImport(header.getParent(), actor), actor, body);
    } finally {
      spool.delete(body);
    }
  }

  private ImportMembersResponse take(
      ImportMembersRequest.Header header, Community community, Actor actor, Spool.Spooled body) {
    // The same file may be the list of several communities.
    var id = String.join("-", KIND, community.name().id(), body.importId());
    var about = Map.of(COMMUNITY, community.name().toString());
    try (var rows = uploads.open(body.file(), header.getContentType(), headers(header))) {
      mustName(rows.columns());
      try (var kept = rejects.record(new Imported(id, rows.columns(), about))) {
        return response(members.take(community, rows, actor, new ImportTally(id, kept)));
      }
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public MethodDescriptor<?, ?> method() {
    return MemberServiceGrpc.getImportMembersMethod();
  }

  @Override
  public Set<String> personal() {
    return PERSONAL;
  }

  @Override
  public void mayTake(Imported what, Actor actor) {
    community(what, actor);
  }

  @Override
  public void take(Rows rows, Imported what, ImportTally tally) {
    var actor = Caller.current();
    members.take(community(what, actor), rows, actor, tally);
  }

  private Community community(Imported what, Actor actor) {
    return members.mayImport(what.about().getOrDefault(COMMUNITY, ""), actor);
  }

  /** Without any key nobody in the file can be told, whatever its rows hold. */
  private static void mustName(List<String> columns) {
    if (KEYS.stream().noneMatch(columns::contains)) {
      throw InvalidFields.of(
          "file",
          "MEMBER_COLUMNS",
          Map.of("found", String.join(", ", columns), "expected", String.join(", ", KEYS)));
    }
  }

  private static Headers headers(ImportMembersRequest.Header header) {
    var columns = header.getColumnsMap();
    var headers = Headers.asWritten();
    for (var column : Column.values()) {
      var mapped = columns.getOrDefault(column.field, "");
      headers =
          mapped.isEmpty()
              ? headers.optional(column.field, column.words)
              : headers.required(column.field, mapped);
    }
    return headers;
  }

  private static ImportMembersResponse response(MemberImport.Outcome outcome) {
    return ImportMembersResponse.newBuilder()
        .setImported(outcome.rows().imported())
        .setKnown(outcome.known())
        .setUnknown(outcome.unknown())
        .setWaiting(outcome.waiting())
        .setResult(ImportResults.of(outcome.rows(), Caller.language(), PERSONAL))
        .build();
  }

  private enum Column {
    HANDLE("handle", "username", "nickname", "tài khoản", "nick", "tên đăng nhập"),
    EMAIL("email", "e-mail", "mail", "thư điện tử"),
    PHONE("phone", "phone number", "mobile", "điện thoại", "số điện thoại", "sđt"),
    RECORD("record", "source record", "bản ghi"),
    JOINED("joined", "join date", "joined at", "ngày tham gia", "tham gia"),
    LEFT("left", "leave date", "left at", "ngày rời", "rời nhóm");

    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // Never handed out.
    private final String[] words;

    Column(String field, String... words) {
      this.field = field;
      this.words = words;
    }
  }
}
