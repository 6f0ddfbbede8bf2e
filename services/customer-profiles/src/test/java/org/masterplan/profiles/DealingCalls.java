package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.BatchCreateDealingsRequest;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.GetProfileRelationsRequest;
import org.masterplan.profiles.v1.ProfileRelations;

/** What is asked about dealings. */
abstract class DealingCalls extends ProfilesCalls {
  final String today = Instant.now().minus(Duration.ofMinutes(5)).toString();

  final void create(Map<String, String> cells) {
    var row = BatchCreateDealingsRequest.Row.newBuilder().putAllCells(cells);
    var answer =
        DealingServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DATA))
            .batchCreateDealings(BatchCreateDealingsRequest.newBuilder().addRows(row).build());
    assertThat(answer.getImported()).as(cells.toString()).isEqualTo(1);
  }

  final ProfileRelations relations(Actor actor, String phone) {
    var name = lookup(ProfilesFixture.DATA, phone).getName();
    return DealingServiceGrpc.newBlockingStub(f.grpc.as(actor))
        .getProfileRelations(GetProfileRelationsRequest.newBuilder().setName(name).build());
  }
}
