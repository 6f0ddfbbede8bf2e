package org.masterplan.listening.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.listening.app.Customers.Known;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.v1.DealingServiceGrpc.DealingServiceImplBase;
import org.masterplan.profiles.v1.GetProfileRelationsRequest;
import org.masterplan.profiles.v1.ProfileRelations;
import org.masterplan.profiles.v1.ProfileServiceGrpc.ProfileServiceImplBase;
import org.masterplan.profiles.v1.ResolveKeysRequest;
import org.masterplan.profiles.v1.ResolveKeysResponse;

class ProfilesCustomersTest {
  private static final Actor LISTENING = Actor.service("social-listening");

  private final List<String> asked = new ArrayList<>();
  private Status broken = Status.OK;

  @Test
  void known_areThoseWhomOneProfileMeans_andAnyOrderMakesACustomer() {
    try (var profiles = GrpcTest.serving(new Profiles(), new Dealings())) {
      var customers = new ProfilesCustomers(profiles.as(LISTENING), Duration.ofSeconds(5));

      var known = customers.known(List.of("facebook:an", "zalo:an", "zalo:binh", "x:nobody"));

      assertThat(known)
          .isEqualTo(
              Map.of(
                  "facebook:an", new Known("profiles/an", true),
                  "zalo:an", new Known("profiles/an", true),
                  "zalo:binh", new Known("profiles/binh", false)));
      assertThat(asked).containsExactly("profiles/an", "profiles/binh");
    }
  }

  @Test
  void known_whileProfilesAreAway_saysSo_andTellsWhatElseIsWrong() {
    try (var profiles = GrpcTest.serving(new Profiles(), new Dealings())) {
      var customers = new ProfilesCustomers(profiles.as(LISTENING), Duration.ofSeconds(5));

      broken = Status.UNAVAILABLE;
      assertThatThrownBy(() -> customers.known(List.of("facebook:an")))
          .isInstanceOf(Unavailable.class);
      broken = Status.INVALID_ARGUMENT;
      assertThatThrownBy(() -> customers.known(List.of("facebook:an")))
          .hasMessageContaining("INVALID_ARGUMENT");
    }
  }

  private final class Profiles extends ProfileServiceImplBase {
    @Override
    public void resolveKeys(ResolveKeysRequest request, StreamObserver<ResolveKeysResponse> reply) {
      if (!broken.isOk()) {
        reply.onError(broken.asRuntimeException());
        return;
      }
      var answer = ResolveKeysResponse.newBuilder();
      for (var keys : request.getKeysList()) {
        var handle = keys.getHandle().substring(keys.getHandle().indexOf(':') + 1);
        answer.addProfiles(handle.equals("nobody") ? "" : "profiles/" + handle);
      }
      reply.onNext(answer.build());
      reply.onCompleted();
    }
  }

  private final class Dealings extends DealingServiceImplBase {
    @Override
    public void getProfileRelations(
        GetProfileRelationsRequest request, StreamObserver<ProfileRelations> reply) {
      asked.add(request.getName());
      boolean bought = request.getName().equals("profiles/an");
      reply.onNext(ProfileRelations.newBuilder().setOrdersLeftOut(bought ? 1 : 0).build());
      reply.onCompleted();
    }
  }
}
