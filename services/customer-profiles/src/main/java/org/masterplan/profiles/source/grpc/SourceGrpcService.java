package org.masterplan.profiles.source.grpc;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.UploadShape;
import org.masterplan.platform.intake.UploadStream;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.source.app.LoadDesk;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.Rectifying;
import org.masterplan.profiles.source.app.RejectedRows;
import org.masterplan.profiles.source.app.SourceFields;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.app.UnderWay;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.v1.BatchUpsertRecordsRequest;
import org.masterplan.profiles.v1.BatchUpsertRecordsResponse;
import org.masterplan.profiles.v1.ConfirmMappingRequest;
import org.masterplan.profiles.v1.CorrectRecordRequest;
import org.masterplan.profiles.v1.CreateSourceRequest;
import org.masterplan.profiles.v1.GetRecordRequest;
import org.masterplan.profiles.v1.GetSourceRequest;
import org.masterplan.profiles.v1.ListRecordsRequest;
import org.masterplan.profiles.v1.ListRecordsResponse;
import org.masterplan.profiles.v1.ListRejectedRowsRequest;
import org.masterplan.profiles.v1.ListRejectedRowsResponse;
import org.masterplan.profiles.v1.ListSourcesRequest;
import org.masterplan.profiles.v1.ListSourcesResponse;
import org.masterplan.profiles.v1.LoadSourceRequest;
import org.masterplan.profiles.v1.Record;
import org.masterplan.profiles.v1.ReplayRejectedRowsRequest;
import org.masterplan.profiles.v1.RetireSourceRequest;
import org.masterplan.profiles.v1.Source;
import org.masterplan.profiles.v1.SourceServiceGrpc;
import org.masterplan.profiles.v1.SuggestMappingRequest;
import org.masterplan.profiles.v1.SuggestMappingResponse;
import org.masterplan.profiles.v1.UpdateSourceRequest;

/** Speaks {@code masterplan.profiles.v1.SourceService}. Translates; decides nothing. */
public final class SourceGrpcService extends SourceServiceGrpc.SourceServiceImplBase {
  private static final Listing LISTING =
      Listing.of("ListSources", SourceFields.ALL, SourceFields.SORTABLE, SourceFields.DEFAULT)
          .of(Source.getDescriptor());
  private static final UploadShape<LoadSourceRequest, LoadSourceRequest.Header> SHAPE =
      new UploadShape<>(
          LoadSourceRequest::hasHeader, LoadSourceRequest::getHeader, LoadSourceRequest::getChunk);
  private static final int SAMPLE = 200;
  private static final Order BY_ID = new Order(Field.exact("id"), false);
  private static final Listing RECORDS = Listing.of("ListRecords", List.of(), List.of(), BY_ID);
  private static final Listing REJECTED =
      Listing.of("ListRejectedRows", List.of(), List.of(), BY_ID);

  private final UseCases use;
  private final Spool spool;
  private final Uploads uploads;

  /**
   * What the service asks.
   *
   * @param runner is given every load that has been started
   */
  public record UseCases(
      SourceRegister register,
      LoadDesk loading,
      Records records,
      RejectedRows rejectedRows,
      Reading reading,
      Sight sight,
      RecordPushes pushes,
      Rectifying rectifying,
      UnderWay underWay,
      ToLongOperation runner) {}

  /** Starts the operation of a load of so many bytes. */
  public interface ToLongOperation {
    Operation start(Load load, long bytes);
  }

  public SourceGrpcService(UseCases use, Spool spool, Uploads uploads) {
    this.use = use;
    this.spool = spool;
    this.uploads = uploads;
  }

  @Override
  public void createSource(CreateSourceRequest request, StreamObserver<Source> reply) {
    var id = request.getSourceId().isEmpty() ? made(request.getSource()) : request.getSourceId();
    var name = ResourceName.chosen("source_id", "sources", id);
    var created =
        use.register()
            .register(
                name,
                SourceProtos.description(request.getSource(), id),
                SourceProtos.mapping(request.getSource().getMapping()),
                Caller.current());
    send(reply, SourceProtos.source(created));
  }

  @Override
  public void getSource(GetSourceRequest request, StreamObserver<Source> reply) {
    send(reply, SourceProtos.source(use.register().get(name("name", request.getName()))));
  }

  @Override
  public void listSources(ListSourcesRequest request, StreamObserver<ListSourcesResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var page = use.register().list(Paging.query(asked, LISTING));
    send(
        reply,
        ListSourcesResponse.newBuilder()
            .addAllSources(page.items().stream().map(SourceProtos::source).toList())
            .setNextPageToken(Paging.token(asked, LISTING, page))
            .build());
  }

  @Override
  public void updateSource(UpdateSourceRequest request, StreamObserver<Source> reply) {
    send(reply, SourceProtos.source(SourceUpdates.apply(use.register(), request)));
  }

  @Override
  public void suggestMapping(
      SuggestMappingRequest request, StreamObserver<SuggestMappingResponse> reply) {
    var columns = new LinkedHashSet<String>(request.getHeaderList());
    var sample = request.getHeaderCount() > 0 ? given(request) : read(request, columns);
    var suggested =
        use.register()
            .suggest(
                name("name", request.getName()), List.copyOf(columns), sample, Caller.current());
    send(
        reply,
        SuggestMappingResponse.newBuilder()
            .setMapping(SourceProtos.mapping(suggested.mapping()))
            .addAllUnmappedColumns(suggested.mapping().unmapped(columns))
            .setEtag(Etags.of(suggested.source().revision()))
            .build());
  }

  @Override
  public void confirmMapping(ConfirmMappingRequest request, StreamObserver<Source> reply) {
    var name = name("name", request.getName());
    var act =
        new SourceRegister.Act(
            Caller.current(), "MAPPING_CONFIRMED", List.of("mapping"), request.getReason());
    var mapping = SourceProtos.mapping(request.getMapping());
    var etag = request.getEtag();
    var source =
        etag.isEmpty()
            ? use.register().confirm(name, mapping, act)
            : use.register().confirm(name, Etags.revision(etag), mapping, act);
    send(reply, SourceProtos.source(source));
  }

  @Override
  public StreamObserver<LoadSourceRequest> loadSource(StreamObserver<Operation> reply) {
    var actor = Caller.current();
    return UploadStream.receive(
        reply,
        spool,
        SHAPE,
        (header, body) ->
            begin(
                body,
                () -> load(name("name", header.getName()), body, header.getContentType(), actor)));
  }

  @Override
  public void batchUpsertRecords(
      BatchUpsertRecordsRequest request, StreamObserver<BatchUpsertRecordsResponse> reply) {
    send(reply, use.pushes().push(request, Caller.current(), Caller.language()));
  }

  @Override
  public void retireSource(RetireSourceRequest request, StreamObserver<Source> reply) {
    var act =
        new SourceRegister.Act(
            Caller.current(), "SOURCE_RETIRED", List.of("state"), request.getReason());
    long seen = Etags.revision(request.getEtag());
    var source = name("name", request.getName());
    use.underWay().refuse(source, "ROWS_UNDER_WAY");
    var retired = use.register().retire(source, seen, act);
    send(reply, SourceProtos.source(retired));
  }

  @Override
  public void listRejectedRows(
      ListRejectedRowsRequest request, StreamObserver<ListRejectedRowsResponse> reply) {
    var source = name("parent", request.getParent());
    boolean masked = use.sight().look(Caller.current(), List.of(source + "/rejectedRows"));
    var asked = asked(request.getPageSize(), request.getPageToken(), source);
    var query = Paging.query(asked, REJECTED);
    var found = use.rejectedRows().list(source.id(), after(query), query.size() + 1);
    var page = page(found, query, RejectedRows.Kept::id);
    var answer = ListRejectedRowsResponse.newBuilder();
    page.items()
        .forEach(
            kept -> answer.addRejectedRows(SourceProtos.rejected(kept, Caller.language(), masked)));
    send(reply, answer.setNextPageToken(Paging.token(asked, REJECTED, page)).build());
  }

  @Override
  public void replayRejectedRows(
      ReplayRejectedRowsRequest request, StreamObserver<Operation> reply) {
    var source = name("parent", request.getParent());
    send(reply, use.runner().start(use.loading().replay(source, Caller.current()), 0));
  }

  @Override
  public void getRecord(GetRecordRequest request, StreamObserver<Record> reply) {
    var name = RecordName.parse("name", request.getName());
    var record = use.records().find(List.of(name)).get(name);
    if (record == null) {
      throw NotFound.named(request.getName());
    }
    send(reply, messages(List.of(record)).getFirst());
  }

  @Override
  public void correctRecord(CorrectRecordRequest request, StreamObserver<Record> reply) {
    var name = RecordName.parse("name", request.getName());
    var wish =
        new Rectifying.Wish(
            name, request.getVersion(), request.getValuesMap(), request.getReason());
    var corrected = use.rectifying().rectify(wish, Caller.current());
    send(reply, messages(List.of(corrected)).getFirst());
  }

  @Override
  public void listRecords(ListRecordsRequest request, StreamObserver<ListRecordsResponse> reply) {
    var source = name("parent", request.getParent());
    var asked = asked(request.getPageSize(), request.getPageToken(), source);
    var query = Paging.query(asked, RECORDS);
    var found = use.records().list(source.id(), after(query), query.size() + 1);
    var page = page(found, query, record -> record.name().id());
    send(
        reply,
        ListRecordsResponse.newBuilder()
            .addAllRecords(messages(page.items()))
            .setNextPageToken(Paging.token(asked, RECORDS, page))
            .build());
  }

  private List<Record> messages(List<SourceRecord> records) {
    var names = records.stream().map(r -> r.name().toString()).toList();
    boolean masked = use.sight().look(Caller.current(), names);
    var profiles = use.reading().assignment(records);
    return records.stream()
        .map(r -> SourceProtos.record(r, profiles.getOrDefault(r.number(), ""), masked))
        .toList();
  }

  private Load load(ResourceName source, Spool.Spooled body, String contentType, Actor actor) {
    return use.loading().load(source, body.copy(), contentType, actor);
  }

  /** A body that is refused is not kept: nobody would come for it. */
  private Operation begin(Spool.Spooled body, Supplier<Load> load) {
    try {
      return use.runner().start(load.get(), body.bytes());
    } catch (RuntimeException failed) {
      spool.delete(body);
      throw failed;
    }
  }

  private List<Row.Good> read(SuggestMappingRequest request, LinkedHashSet<String> columns) {
    if (request.getSample().isEmpty()) {
      throw InvalidFields.of("sample", "REQUIRED", Map.of("field", "sample"));
    }
    var in = new ByteArrayInputStream(request.getSample().toByteArray());
    try (var rows = uploads.open(in, request.getContentType(), Headers.asWritten())) {
      columns.addAll(rows.columns());
      return sample(rows, columns);
    }
  }

  private static List<Row.Good> sample(Rows rows, LinkedHashSet<String> columns) {
    var sample = new ArrayList<Row.Good>();
    while (sample.size() < SAMPLE && rows.hasNext()) {
      if (rows.next() instanceof Row.Good good) {
        sample.add(good);
        columns.addAll(good.values().keySet());
      }
    }
    return sample;
  }

  private static List<Row.Good> given(SuggestMappingRequest request) {
    var sample = new ArrayList<Row.Good>();
    for (var row : request.getRowsList()) {
      var values = new LinkedHashMap<String, String>();
      for (int i = 0; i < Math.min(row.getCellsCount(), request.getHeaderCount()); i++) {
        if (!row.getCells(i).isBlank()) {
          values.put(request.getHeader(i), row.getCells(i));
        }
      }
      sample.add(new Row.Good(sample.size() + 2L, values));
    }
    return sample;
  }

  /** From the title; a random end keeps two sources of one title apart. */
  private static String made(Source source) {
    var plain = Texts.fold(source.getTitle()).replaceAll("[^a-z0-9]+", "-");
    var trimmed = plain.replaceAll("^-|-$", "");
    var end = UUID.randomUUID().toString().substring(0, 6);
    return (trimmed.isEmpty() ? "source" : trimmed.substring(0, Math.min(40, trimmed.length())))
        + "-"
        + end;
  }

  private static ResourceName name(String field, String text) {
    return ResourceName.parse(field, "sources", text);
  }

  /** A token is good for the one source that it was given out for. */
  private static ListRequest asked(int size, String token, ResourceName source) {
    return new ListRequest(size, token, "", "", source.toString());
  }

  private static String after(Query query) {
    return query.after().map(Position::id).orElse("");
  }

  /** What was found, up to the page's size; one more says that there is a next one. */
  private static <T> Slice<T> page(List<T> found, Query query, Function<T, String> ids) {
    if (found.size() <= query.size()) {
      return new Slice<>(found, Optional.empty());
    }
    var page = found.subList(0, query.size());
    var last = ids.apply(page.getLast());
    return new Slice<>(page, Optional.of(new Position(new Value.Text(last), last)));
  }

  private static <T> void send(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
