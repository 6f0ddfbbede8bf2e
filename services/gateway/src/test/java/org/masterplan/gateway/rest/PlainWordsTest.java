package org.masterplan.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.status.Statuses;
import org.masterplan.platform.text.TextCatalogue;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.ProfileServiceGrpc.ProfileServiceBlockingStub;

class PlainWordsTest {
  private final ManagedChannel nobody = channel("nobody-answers-here");

  private static ManagedChannel channel(String name) {
    return InProcessChannelBuilder.forName(name).directExecutor().build();
  }

  @AfterEach
  void close() {
    nobody.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void aServiceThatCannotBeReached_isToldInASentence(String language) {
    var locale = Locale.forLanguageTag(language);

    var refused = refused(stub(nobody, locale));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(refused.getStatus().getDescription()).isEqualTo(text(locale, "NO_ANSWER"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void anAnswerThatDoesNotComeInTime_isToldInASentence(String language) {
    var locale = Locale.forLanguageTag(language);

    var refused = refused(stub(nobody, locale).withDeadlineAfter(-1, TimeUnit.SECONDS));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(refused.getStatus().getDescription()).isEqualTo(text(locale, "NOT_IN_TIME"));
  }

  @Test
  void whatAServiceSays_staysAsItIs() throws Exception {
    var said = Statuses.of(new Unavailable("STORE_AWAY", Map.of()), Locale.ENGLISH);
    var server =
        InProcessServerBuilder.forName("somebody")
            .directExecutor()
            .addService(new Saying(said))
            .build()
            .start();
    var channel = channel("somebody");
    try {
      assertThat(refused(stub(channel, Locale.ENGLISH)).getStatus().getDescription())
          .isEqualTo(text(Locale.ENGLISH, "STORE_AWAY"));
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
    }
  }

  private static final class Saying extends ProfileServiceGrpc.ProfileServiceImplBase {
    private final Exception said;

    Saying(Exception said) {
      this.said = said;
    }

    @Override
    public void getProfile(GetProfileRequest request, StreamObserver<Profile> reply) {
      reply.onError(said);
    }
  }

  private static ProfileServiceBlockingStub stub(ManagedChannel channel, Locale locale) {
    var said = new CallHeaders.Said("token", locale, "");
    return ProfileServiceGrpc.newBlockingStub(CallHeaders.attach(channel, said));
  }

  private static StatusRuntimeException refused(ProfileServiceBlockingStub stub) {
    return catchThrowableOfType(
        StatusRuntimeException.class,
        () -> stub.getProfile(GetProfileRequest.getDefaultInstance()));
  }

  private static String text(Locale locale, String reason) {
    return TextCatalogue.shared().say(locale, reason, Map.of());
  }
}
