package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.GetProfileRelationsRequest;
import org.masterplan.profiles.v1.ProfileRelations;

/** Which communities rows of dealings may name. */
class DealingCommunitiesTest extends ProfilesCalls {
  @Test
  void rowsOfWhatIsNoCommunitysName_areRefused_andTheOthersTaken() throws Exception {
    loadBoth();
    var answer =
        bring(
            "text/csv",
            """
            time,phone,community,kind
            %1$s,0381234567,me bim,POST
            %1$s,0381234567,communities/,POST
            %1$s,0381234567,segments/me-bim,POST
            %1$s,0381234567,communities/me-bim,POST
            """
                .formatted(Instant.now().minus(Duration.ofMinutes(5))));

    assertThat(answer.getImported()).isEqualTo(1);
    assertThat(answer.getRejectedList())
        .extracting(r -> r.getField() + " " + r.getLine() + ": " + r.getReason())
        .containsExactly(
            "community 2: community is \"communities/me bim\" (expected: communities/{id}).",
            "community 3: community is \"communities/\" (expected: communities/{id}).",
            "community 4: community is \"communities/segments/me-bim\""
                + " (expected: communities/{id}).");
    var known =
        DealingServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.DATA))
            .getProfileRelations(
                GetProfileRelationsRequest.newBuilder()
                    .setName(lookup(ProfilesFixture.DATA, "0381234567").getName())
                    .build())
            .getRelationsList();
    assertThat(known)
        .extracting(ProfileRelations.Relation::getCommunity)
        .containsExactly("communities/me-bim");
  }
}
