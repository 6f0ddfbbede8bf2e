package org.masterplan.governance.contact.grpc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.masterplan.governance.contact.app.Consents;
import org.masterplan.governance.contact.domain.Agreement;
import org.masterplan.governance.contact.domain.ContactPoint;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.profiles.v1.BatchGetContactsRequest;
import org.masterplan.profiles.v1.Consent;
import org.masterplan.profiles.v1.Contact;
import org.masterplan.profiles.v1.ProfileServiceGrpc.ProfileServiceBlockingStub;
import org.masterplan.profiles.v1.ResolveKeysRequest;

/** Asks the customer profiles. */
public final class ProfileConsents implements Consents {
  private static final String AWAY = "PROFILES_AWAY";
  private static final long SECONDS = 10;

  private final ProfileServiceBlockingStub profiles;

  public ProfileConsents(ProfileServiceBlockingStub profiles) {
    this.profiles = profiles;
  }

  @Override
  public Optional<Person> ofProfile(String profile) {
    return ofProfiles(List.of(profile)).stream().findFirst();
  }

  @Override
  public Optional<Person> ofPoint(ContactPoint point) {
    var key = ResolveKeysRequest.Keys.newBuilder();
    if (point.key().startsWith("phone:")) {
      key.setPhone(point.value());
    } else {
      key.setEmail(point.value());
    }
    var request = ResolveKeysRequest.newBuilder().addKeys(key).build();
    var found = Others.ask(AWAY, "phone", () -> stub().resolveKeys(request)).getProfilesList();
    return found.stream().filter(p -> !p.isEmpty()).findFirst().flatMap(this::ofProfile);
  }

  @Override
  public List<Person> ofProfiles(List<String> names) {
    var request = BatchGetContactsRequest.newBuilder().addAllNames(names).build();
    var answer = Others.ask(AWAY, "profile", () -> stub().batchGetContacts(request));
    return answer.getContactsList().stream().map(c -> person(c, answer.getJournal())).toList();
  }

  private ProfileServiceBlockingStub stub() {
    return profiles.withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
  }

  private static Person person(Contact contact, long journal) {
    var points = new ArrayList<ContactPoint>();
    contact.getPhonesList().forEach(p -> points.add(ContactPoint.phone("phone", p)));
    contact.getEmailsList().forEach(e -> points.add(ContactPoint.mailbox("email", e)));
    var agreements = contact.getConsentsList().stream().map(ProfileConsents::agreement).toList();
    return new Person(contact.getProfile(), points, agreements, journal);
  }

  private static Agreement agreement(Consent consent) {
    var time = consent.getTime();
    return new Agreement(
        consent.getPurpose(),
        consent.getChannel(),
        consent.getState() == Consent.State.GRANTED,
        Instant.ofEpochSecond(time.getSeconds(), time.getNanos()));
  }
}
