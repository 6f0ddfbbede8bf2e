package org.masterplan.governance.message.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.masterplan.governance.message.app.MessageFixture.MORNING;
import static org.masterplan.governance.message.app.MessageFixture.content;

import com.google.longrunning.Operation;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.domain.People;
import org.masterplan.governance.message.app.InMemoryPlan;
import org.masterplan.governance.message.app.PlannedTimes;
import org.masterplan.governance.message.app.Planning;
import org.masterplan.governance.message.app.Planning.Doing;
import org.masterplan.governance.message.app.Planning.Seen;
import org.masterplan.governance.message.app.TellingDecisions;
import org.masterplan.governance.message.app.Versioned;
import org.masterplan.governance.message.domain.Reach;
import org.masterplan.governance.v1.SettledContacts;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.operations.v1.LoadProgress;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.operation.OperationRunner;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.testkit.MongoTestServer;

/** Contacts of many people are settled by an operation, of few within the call. */
class ContactWorkTest {
  static final Actor UNIT = new Actor("unit", Set.of(Role.BUSINESS_UNIT), Set.of("dairy"), "");
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");

  InMemoryPlan plan = new InMemoryPlan();
  com.mongodb.client.MongoDatabase database = MongoTestServer.database("contact_work");
  Clock clock = Clock.systemUTC();
  Leasing leasing =
      new Leasing(new MongoLeases(database, clock), "a", Duration.ofSeconds(30), clock);
  Operations operations = new Operations(database, "governance", clock);
  ContactWork work = new ContactWork(plan.contacting, plan.plan.reaches(), operations);
  OperationRunner runner =
      new OperationRunner(operations, "message-governance", leasing, List.of(work));
  Planning planning =
      new Planning(
          plan.plan,
          plan.world,
          new Planning.Told(work, new TellingDecisions(_ -> {})),
          new PlannedTimes(plan.clock, ZoneOffset.UTC));

  @AfterEach
  void stop() {
    runner.close();
  }

  @Test
  void largeAudience_isSettledByAnOperation_withProgress() throws Exception {
    var scheduled = schedule("a", 1200);
    var name = "operations/governance-a-scheduled";
    assertThat(operations.get(name).getDone()).isFalse();
    assertThat(reach("messages/a").done()).isFalse();

    runner.start();

    await().until(() -> operations.get(name).getDone());
    var done = operations.get(name);
    assertThat(done.getResponse().unpack(SettledContacts.class).getGranted()).isEqualTo(1200);
    assertThat(progress(done).getRead()).isEqualTo(1200);
    assertThat(reach("messages/a").granted()).isEqualTo(1200);
    assertThat(scheduled.message().name()).isEqualTo("messages/a");
  }

  @Test
  void smallAudience_isSettledWithinTheCall() {
    schedule("a", 3);

    assertThat(reach("messages/a").granted()).isEqualTo(3);
    assertThat(reach("messages/a").done()).isTrue();
  }

  @Test
  void sweep_takesUpWhatFailed_smallAndLarge() {
    runner.start();
    var lost = plan.brokenOff();
    plan.consents.goAway();
    planning = lost;
    schedule("small", 3);
    schedule("large", 600);
    sweep();
    await().until(() -> operations.get("operations/governance-large-scheduled").hasError());
    assertThat(reach("messages/small").done()).isFalse();
    plan.consents.comeBack();

    sweep();

    await().until(() -> reach("messages/large").done());
    assertThat(reach("messages/large").granted()).isEqualTo(600);
    assertThat(reach("messages/small").granted()).isEqualTo(3);
  }

  private void sweep() {
    assertThat(leasing.run("job/contacts", work::sweep)).isTrue();
  }

  private Versioned schedule(String id, int people) {
    var profiles =
        IntStream.range(0, people)
            .mapToObj(i -> People.at(id + i, People.mailbox(id + i)))
            .peek(plan.consents::put)
            .map(p -> p.profile())
            .toArray(String[]::new);
    var doing = new Doing(UNIT, "");
    var created = planning.create("messages/" + id, content(id, MORNING, profiles), UNIT, false);
    var submitted = planning.submit(seen(created), doing);
    var approved = planning.approve(seen(submitted), new Doing(CMO, ""));
    return planning.schedule(seen(approved), null, doing);
  }

  private Reach reach(String message) {
    return java.util.Objects.requireNonNull(
        plan.plan.reaches().find(List.of(message)).get(message));
  }

  private static LoadProgress progress(Operation operation) throws InvalidProtocolBufferException {
    return operation.getMetadata().unpack(LoadProgress.class);
  }

  private static Seen seen(Versioned versioned) {
    return new Seen(versioned.message().name(), versioned.revision());
  }
}
