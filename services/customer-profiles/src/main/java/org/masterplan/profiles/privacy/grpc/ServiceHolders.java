package org.masterplan.profiles.privacy.grpc;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataResponse;
import org.masterplan.person.v1.ExportPersonDataResponse.Item;
import org.masterplan.person.v1.MovePersonDataRequest;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.person.v1.PersonDataServiceGrpc.PersonDataServiceBlockingStub;
import org.masterplan.platform.call.Caller;
import org.masterplan.profiles.privacy.app.Holders;
import org.masterplan.profiles.privacy.app.OwnHoldings;
import org.masterplan.profiles.privacy.domain.OthersHandle;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.privacy.domain.Relocation;

/** Every service's {@code PersonDataService}; this service's own holdings come last. */
public final class ServiceHolders implements Holders {
  private static final String OWN = "customer-profiles";

  /**
   * The registry follows the feed of profiles, abandonment files nothing under profiles, and the
   * own holdings follow the journal.
   */
  private static final List<String> FOLLOWERS = List.of("message-governance", "social-listening");

  /** Memberships have handles of their own. */
  private static final List<String> KNOWERS = List.of("community-registry");

  /**
   * Says something about the other service, the way to it or this one's key to it, and nothing
   * about what was asked: whatever else is asked now would be answered alike.
   */
  private static final Set<Status.Code> AWAY =
      Set.of(
          Status.Code.UNAVAILABLE,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.CANCELLED,
          Status.Code.UNAUTHENTICATED,
          Status.Code.PERMISSION_DENIED,
          Status.Code.UNIMPLEMENTED,
          Status.Code.RESOURCE_EXHAUSTED,
          Status.Code.ABORTED);

  private final OwnHoldings own;
  private final Map<String, Channel> channels;
  private final Patience patience;

  /**
   * How long a service may take.
   *
   * @param reading to tell what it holds of a person: somebody waits for the answers of all
   * @param changing to erase or to move that: nobody waits
   */
  public record Patience(Duration reading, Duration changing) {}

  /** Prepares asking; {@code channels} by service name. */
  public ServiceHolders(OwnHoldings own, Map<String, Channel> channels, Patience patience) {
    this.own = own;
    this.channels = new LinkedHashMap<>(channels);
    this.patience = patience;
  }

  @Override
  public List<String> services() {
    var services = new ArrayList<>(channels.keySet());
    // Last, so that the others can still ask whom a record meant.
    services.add(OWN);
    return services;
  }

  @Override
  public List<String> knowers() {
    return KNOWERS;
  }

  @Override
  public List<OthersHandle> others(String service, PersonKeys person) {
    return asked(service, person).getOthersList().stream()
        .map(other -> new OthersHandle(other.getHandle(), other.getProfile()))
        .toList();
  }

  @Override
  public long erase(String service, PersonKeys person, String reason) {
    if (service.equals(OWN)) {
      return own.erase(person, "service:" + OWN, reason);
    }
    var request =
        ErasePersonDataRequest.newBuilder()
            .setPerson(PrivacyProtos.keys(person))
            .setReason(reason)
            .build();
    return ask(service, patience.changing(), stub -> stub.erasePersonData(request).getErased());
  }

  @Override
  public List<String> followers() {
    return FOLLOWERS;
  }

  @Override
  public void move(String service, Relocation relocation) {
    var request =
        MovePersonDataRequest.newBuilder()
            .setFrom(relocation.from())
            .setTo(relocation.to())
            .setJournal(relocation.journal());
    relocation.parted().map(PrivacyProtos::keys).ifPresent(request::setOnly);
    try {
      askOnce(service, patience.changing(), stub -> stub.movePersonData(request.build()));
    } catch (StatusRuntimeException e) {
      var status = e.getStatus().getCode();
      throw AWAY.contains(status)
          ? away(service)
          : new WrongState("MOVE_REFUSED", Map.of("service", service, "status", status.name()));
    }
  }

  @Override
  public List<Holding> export(String service, PersonKeys person) {
    if (service.equals(OWN)) {
      return own.export(person);
    }
    return asked(service, person).getItemsList().stream().map(ServiceHolders::holding).toList();
  }

  private ExportPersonDataResponse asked(String service, PersonKeys person) {
    var request =
        ExportPersonDataRequest.newBuilder().setPerson(PrivacyProtos.keys(person)).build();
    return ask(service, patience.reading(), stub -> stub.exportPersonData(request));
  }

  /** Whoever asks for a person's data or its erasure asks again, whatever the reason. */
  private <T> T ask(
      String service, Duration deadline, Function<PersonDataServiceBlockingStub, T> question) {
    try {
      return askOnce(service, deadline, question);
    } catch (StatusRuntimeException e) {
      throw away(service);
    }
  }

  private <T> T askOnce(
      String service, Duration deadline, Function<PersonDataServiceBlockingStub, T> question) {
    var channel = channels.get(service);
    if (channel == null) {
      throw away(service);
    }
    var stub =
        PersonDataServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    return Caller.callAsService(OWN, () -> question.apply(stub));
  }

  private static Unavailable away(String service) {
    return new Unavailable("SERVICES_AWAY", Map.of("services", service));
  }

  private static Holding holding(Item item) {
    var values = new LinkedHashMap<String, Object>();
    item.getValues()
        .getFieldsMap()
        .forEach(
            (field, value) ->
                values.put(field, value.hasStringValue() ? value.getStringValue() : value));
    Optional<Instant> since =
        item.hasSinceTime()
            ? Optional.of(Instant.ofEpochSecond(item.getSinceTime().getSeconds()))
            : Optional.empty();
    return new Holding(item.getResource(), item.getKind(), values, since);
  }
}
