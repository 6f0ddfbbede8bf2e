package org.masterplan.platform.operation;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.masterplan.platform.mongo.Pairs;

/**
 * An operation as it is stored.
 *
 * @param furthest the most rows and the most bytes that any run of it has reported
 * @param response the packed answer, once done
 * @param errors the packed status by language, once failed
 */
record OperationDocument(
    String name,
    String kind,
    OperationState state,
    String startedBy,
    Map<String, String> payload,
    Map<String, String> checkpoint,
    Progress progress,
    Progress furthest,
    int attempts,
    Times times,
    Optional<byte[]> response,
    Map<String, byte[]> errors) {

  /** When it was started, and when its document last changed. */
  record Times(Instant created, Instant updated) {}

  Instant created() {
    return times.created();
  }

  static Document fresh(Start start, Instant now) {
    return new Document("_id", start.name())
        .append("kind", start.kind())
        .append("state", OperationState.WAITING.name())
        .append("startedBy", start.startedBy())
        .append("payload", Pairs.of(start.payload()))
        .append("checkpoint", Pairs.of(Map.of()))
        .append("progress", write(Progress.NONE))
        .append("furthest", write(Progress.NONE))
        .append("fence", 0L)
        .append("attempts", 0)
        .append("cancelAsked", false)
        .append("createTime", Date.from(now))
        .append("updateTime", Date.from(now));
  }

  /** What an operation is started with. */
  record Start(String name, String kind, String startedBy, Map<String, String> payload) {}

  static Document write(Progress progress) {
    return new Document("read", progress.read())
        .append("accepted", progress.accepted())
        .append("rejected", progress.rejected())
        .append("bytes", progress.bytes())
        .append("totalBytes", progress.totalBytes());
  }

  static OperationDocument read(Document document) {
    return new OperationDocument(
        document.getString("_id"),
        document.getString("kind"),
        OperationState.valueOf(document.getString("state")),
        document.getString("startedBy"),
        Pairs.map(document, "payload"),
        Pairs.map(document, "checkpoint"),
        progress(document.get("progress", Document.class)),
        furthest(document),
        document.getInteger("attempts"),
        new Times(
            document.getDate("createTime").toInstant(), document.getDate("updateTime").toInstant()),
        Optional.ofNullable(document.get("response", Binary.class)).map(Binary::getData),
        errors(document));
  }

  private static Progress progress(Document document) {
    return new Progress(
        document.getLong("read"),
        document.getLong("accepted"),
        document.getLong("rejected"),
        document.getLong("bytes"),
        document.getLong("totalBytes"));
  }

  /** One that an earlier release has begun says only where its last run was. */
  private static Progress furthest(Document document) {
    var most = document.get("furthest", Document.class);
    return progress(most == null ? document.get("progress", Document.class) : most);
  }

  private static Map<String, byte[]> errors(Document document) {
    var en = document.get("errorEn", Binary.class);
    var vi = document.get("errorVi", Binary.class);
    return en == null || vi == null ? Map.of() : Map.of("en", en.getData(), "vi", vi.getData());
  }
}
