package org.masterplan.profiles.export.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import org.masterplan.profiles.export.app.Exporting;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.query.grpc.CardFilter;
import org.masterplan.profiles.v1.ExportProfilesRequest;
import org.masterplan.profiles.v1.ProfileExport.Contents;

/** Exports as messages. */
final class ExportProtos {
  private ExportProtos() {}

  static Exporting.Wanted wanted(ExportProfilesRequest request) {
    return new Exporting.Wanted(
        CardFilter.parse(request.getFilter()),
        request.getPurpose(),
        format(request.getFormat()),
        request.getFieldsList(),
        request.getAfter(),
        request.getLimit());
  }

  private static ProfileExport.Format format(ExportProfilesRequest.Format format) {
    return switch (format) {
      case JSONL -> ProfileExport.Format.JSONL;
      case PARQUET -> ProfileExport.Format.PARQUET;
      case FORMAT_UNSPECIFIED, CSV, UNRECOGNIZED -> ProfileExport.Format.CSV;
    };
  }

  static org.masterplan.profiles.v1.ProfileExport message(ProfileExport export) {
    var message =
        org.masterplan.profiles.v1.ProfileExport.newBuilder()
            .setName(export.name().toString())
            .setActor(export.asked().by())
            .setPurpose(export.asked().purpose())
            .setFormat(ExportProfilesRequest.Format.valueOf(export.asked().format().name()))
            .setMasked(export.asked().masked())
            .setContents(contents(export.asked().contents().kind()))
            .setState(org.masterplan.profiles.v1.ProfileExport.State.valueOf(export.state().name()))
            .setPeople(export.count().people())
            .setPeopleLeftOut(export.count().peopleLeftOut())
            .setValuesLeftOut(export.count().valuesLeftOut())
            .setPeopleMerged(export.count().merged())
            .setSegmentsMissing(export.count().segmentsMissing())
            .setCreateTime(time(export.createdAt()));
    if (!export.asked().contents().source().isEmpty()) {
      message.setSource("sources/" + export.asked().contents().source());
    }
    export.endedAt().ifPresent(at -> message.setEndTime(time(at)));
    return message.build();
  }

  private static Contents contents(ProfileExport.Kind kind) {
    return switch (kind) {
      case PROFILES -> Contents.PROFILES;
      case CROSSWALK -> Contents.CROSSWALK;
      case GIVE_BACK -> Contents.GIVE_BACK;
    };
  }

  private static Timestamp time(Instant instant) {
    return Timestamps.fromMillis(instant.toEpochMilli());
  }
}
