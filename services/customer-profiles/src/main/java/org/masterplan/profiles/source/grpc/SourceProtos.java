package org.masterplan.profiles.source.grpc;

import com.google.protobuf.util.Timestamps;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.TreeMap;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.text.TextCatalogue;
import org.masterplan.profiles.dictionary.domain.Masks;
import org.masterplan.profiles.source.app.RejectedRows;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.DistinctCount;
import org.masterplan.profiles.source.domain.FieldCount;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source.Description;
import org.masterplan.profiles.source.domain.Source.Holdings;
import org.masterplan.profiles.source.domain.Source.Keeping;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.v1.FieldMapping;
import org.masterplan.profiles.v1.FieldQuality;
import org.masterplan.profiles.v1.Record;
import org.masterplan.profiles.v1.RejectedRow;
import org.masterplan.profiles.v1.Source;

/** Sources as messages, and messages as sources. */
final class SourceProtos {
  private static final int SHOWN = 2;

  private SourceProtos() {}

  static Source source(org.masterplan.profiles.source.domain.Source source) {
    var said = source.description();
    var held = source.holdings();
    var message =
        Source.newBuilder()
            .setName(source.name().toString())
            .setTitle(said.title())
            .setBusinessUnit(said.businessUnit())
            .setOwner(said.owner())
            .addAllPurposes(said.purposes())
            .setLegalBasis(said.legalBasis())
            .setCollectedFrom(said.collectedFrom())
            .setCollectedUntil(said.collectedUntil())
            .setTrust(said.trust())
            .setSteward(said.keeping().steward())
            .setRetentionDays(said.keeping().retentionDays())
            .setMapping(mapping(source.mapping()))
            .setState(Source.State.valueOf(source.state().name()))
            .setRecords(held.records())
            .setRejected(held.rejected())
            .setCreateTime(Timestamps.fromMillis(source.createdAt().toEpochMilli()))
            .setUpdateTime(Timestamps.fromMillis(source.updatedAt().toEpochMilli()))
            .setEtag(Etags.of(source.revision()));
    held.loadedAt()
        .ifPresent(t -> message.setLastLoadTime(Timestamps.fromMillis(t.toEpochMilli())));
    source
        .times()
        .whole()
        .ifPresent(t -> message.setWholeReadTime(Timestamps.fromMillis(t.toEpochMilli())));
    new TreeMap<>(held.quality())
        .forEach((field, count) -> message.addQuality(quality(field, count, held)));
    return message.build();
  }

  private static FieldQuality quality(String field, FieldCount count, Holdings held) {
    long around = Math.round(2 * DistinctCount.STANDARD_ERROR * count.distinct());
    var message =
        FieldQuality.newBuilder()
            .setField(field)
            .setFilled(count.filled())
            .setValid(count.valid())
            .setDistinct(count.distinct())
            .setDistinctLow(count.distinct() - around)
            .setDistinctHigh(Math.min(count.valid(), count.distinct() + around))
            .setRepeated(count.repeated());
    held.drift(field).ifPresent(message::setDrift);
    return message.build();
  }

  static FieldMapping mapping(Mapping mapping) {
    var message = FieldMapping.newBuilder().setIdColumn(mapping.idColumn());
    mapping
        .fields()
        .forEach(
            (field, column) ->
                message.putFields(
                    field,
                    org.masterplan.profiles.v1.ColumnMapping.newBuilder()
                        .setColumn(column.column())
                        .setFormat(column.format())
                        .setConfidence(column.confidence())
                        .setBasis(column.basis())
                        .build()));
    if (mapping.confirmed()) {
      return message.setState(FieldMapping.State.CONFIRMED).build();
    }
    return mapping.empty()
        ? message.build()
        : message.setState(FieldMapping.State.SUGGESTED).build();
  }

  static Mapping mapping(FieldMapping message) {
    var fields = new LinkedHashMap<String, ColumnMapping>();
    message
        .getFieldsMap()
        .forEach(
            (field, column) ->
                fields.put(field, ColumnMapping.given(column.getColumn(), column.getFormat())));
    return new Mapping(message.getIdColumn(), fields, false);
  }

  static Description description(Source message, String id) {
    return new Description(
        message.getTitle().isBlank()
            ? id
            : org.masterplan.kernel.text.Texts.canonical(message.getTitle()),
        message.getBusinessUnit(),
        message.getOwner(),
        message.getPurposesList(),
        message.getLegalBasis(),
        message.getCollectedFrom(),
        message.getCollectedUntil(),
        message.getTrust(),
        new Keeping(message.getSteward(), message.getRetentionDays()));
  }

  static Record record(SourceRecord record, String profile, boolean masked) {
    var message =
        Record.newBuilder()
            .setName(record.name().toString())
            .setProfile(profile)
            .setVersion(record.version())
            .setLoadTime(Timestamps.fromMillis(record.origin().loadedAt().toEpochMilli()));
    record.values().forEach((f, v) -> message.putValues(f, masked ? Masks.mask(f, v) : v));
    record
        .content()
        .corrected()
        .forEach((f, v) -> message.putCorrected(f, masked ? Masks.mask(f, v) : v));
    return message.build();
  }

  /** What a row says of a person is masked in its value and in its text. */
  static RejectedRow rejected(RejectedRows.Kept kept, Locale language, boolean masked) {
    var row = kept.row();
    var value = masked ? masked(row.value()) : row.value();
    var about = new LinkedHashMap<>(row.about());
    about.replaceAll((key, text) -> text.equals(row.value()) ? value : text);
    return RejectedRow.newBuilder()
        .setName("sources/" + kept.source() + "/rejectedRows/" + kept.id())
        .setLine(row.line())
        .setField(row.field())
        .setValue(value)
        .setCode(row.reason())
        .setReason(TextCatalogue.shared().say(language, row.reason(), about))
        .setOperation(Load.isPush(kept.load()) ? "" : "operations/" + kept.load())
        .build();
  }

  private static String masked(String value) {
    return value.length() > 2 * SHOWN ? value.substring(0, SHOWN) + "***" : "";
  }

  /** Whether a field mask names that field; an empty one names every field that is set. */
  static boolean names(org.masterplan.profiles.v1.UpdateSourceRequest request, String field) {
    return request.hasUpdateMask()
        ? request.getUpdateMask().getPathsList().stream().anyMatch(p -> covers(p, field))
        : request.getSource().getAllFields().keySet().stream()
            .anyMatch(f -> f.getName().equals(field));
  }

  private static boolean covers(String path, String field) {
    return path.equals("*") || path.equals(field) || path.startsWith(field + ".");
  }
}
