package org.masterplan.listening.grpc;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.Texts;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Listed;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** What every service here needs on the wire. */
final class Wire {
  private static final int USUAL_CHANGES = 500;
  private static final int MOST_CHANGES = 1000;

  private Wire() {}

  /** How many items one step of a change feed tells. */
  static int feedSize(int asked) {
    return asked <= 0 ? USUAL_CHANGES : Math.min(asked, MOST_CHANGES);
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  static <A> void send(StreamObserver<A> reply, A answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }

  static Listing listing(String method, Listed<?> listed, Descriptor resource) {
    return Listing.of(method, listed.fields(), listed.sortable(), listed.order()).of(resource);
  }

  /** What is asked for, platforms called as they are stored. */
  static Query query(ListRequest asked, Listing listing) {
    var query = Paging.query(asked, listing);
    var filter = Listed.named(query.filter());
    return new Query(filter, query.order(), query.size(), query.after());
  }

  static String id(String field, String collection, String name) {
    return ResourceName.parse(field, collection, name).id();
  }

  /** What was said in a field that has to say something. */
  static String words(String field, String text) {
    var said = Texts.canonical(text);
    if (said.isEmpty()) {
      throw new InvalidFields(List.of(Violation.required(field)));
    }
    return said;
  }

  /** The name in a field that may be empty. */
  static String name(String field, String collection, String name) {
    return name.isEmpty() ? "" : ResourceName.parse(field, collection, name).toString();
  }

  /** The names in a field, however many. */
  static List<String> names(String field, String collection, List<String> names) {
    return names.stream()
        .map(name -> ResourceName.parse(field, collection, name).toString())
        .toList();
  }

  /** The id that the caller chose, or a new one. */
  static String newId(String field, String collection, String chosen) {
    return chosen.isEmpty()
        ? UUID.randomUUID().toString()
        : ResourceName.chosen(field, collection, chosen).id();
  }

  static Desk.Change change(String act, String etag, String reason) {
    return new Desk.Change(Caller.current(), act, Etags.revision(etag), reason);
  }
}
