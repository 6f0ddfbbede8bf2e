package org.masterplan.profiles.profile.grpc;

import org.masterplan.profiles.query.app.Lineage;
import org.masterplan.profiles.v1.QueryLineage;

/** What an answer was drawn from, on the wire. */
final class LineageProtos {
  private LineageProtos() {}

  static QueryLineage lineage(Lineage lineage) {
    var coverage = lineage.coverage();
    var answer =
        QueryLineage.newBuilder()
            .addAllCommunities(lineage.communities())
            .setSourcesRegistered(coverage.registered())
            .setSourcesAnswering(coverage.answering())
            .setRows(coverage.rows())
            .setRecords(coverage.records())
            .setAsOfTime(ProfileProtos.time(lineage.asOf()));
    coverage.ofRows().ifPresent(answer::setCoverage);
    coverage.ofSources().ifPresent(answer::setSourcesCoverage);
    lineage.sources().forEach(part -> answer.addSources(part(part)));
    return answer.build();
  }

  private static QueryLineage.Part part(Lineage.Part part) {
    var answer = QueryLineage.Part.newBuilder().setSource(part.source()).setRecords(part.records());
    part.loadedAt().ifPresent(at -> answer.setLoadTime(ProfileProtos.time(at)));
    return answer.build();
  }
}
