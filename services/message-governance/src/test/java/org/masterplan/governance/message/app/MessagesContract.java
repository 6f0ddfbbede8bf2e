package org.masterplan.governance.message.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.governance.message.app.MessageFixture.MORNING;
import static org.masterplan.governance.message.app.MessageFixture.content;
import static org.masterplan.governance.message.app.MessageFixture.draft;
import static org.masterplan.governance.message.app.MessageFixture.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.message.domain.Audience;
import org.masterplan.governance.message.domain.Content;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.governance.message.domain.Message.By;
import org.masterplan.governance.message.domain.Offer;
import org.masterplan.governance.message.domain.State;
import org.masterplan.kernel.Money;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Filter.Compare;
import org.masterplan.kernel.query.Filter.Op;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;

/** What every store of messages must do. */
public abstract class MessagesContract {
  Messages messages;

  protected abstract Messages messages();

  @BeforeEach
  void open() {
    messages = messages();
  }

  @Test
  void add_keepsEverything() {
    var content =
        new Content(
            "Ưu đãi sữa chua",
            "businessUnits/dairy",
            MessageClass.PROMOTION,
            Channel.SMS,
            new Audience(
                List.of("communities/me-bim"),
                List.of("segments/young"),
                "age < 30",
                List.of(),
                15),
            MORNING,
            "[QC] Sữa chua 20.000đ",
            "sữa chua",
            new Offer("productLines/yogurt", Money.dong(20_000)));
    var message = draft("a", content);
    messages.add(message, entry());

    assertThat(messages.find("messages/a")).contains(new Versioned(message, 1));
    assertThatThrownBy(() -> messages.add(message, entry())).isInstanceOf(AlreadyExists.class);
  }

  @Test
  void replace_ofAnOldRevision_isStale() {
    var message = draft("a", content("A", MORNING, "profiles/x"));
    messages.add(message, entry());
    var cancelled = message.cancel(new By("lan", MORNING, "no"));
    messages.replace(cancelled, 1, entry());

    assertThat(messages.find("messages/a")).contains(new Versioned(cancelled, 2));
    assertThatThrownBy(() -> messages.replace(message, 1, entry())).isInstanceOf(Stale.class);
  }

  @Test
  void planned_answersTheStretch_soonestFirst_withoutWhatWasCancelled() {
    add("late", 3);
    add("soon", 1);
    add("until", 5);
    var gone = draft("gone", content("g", MORNING.plus(Duration.ofDays(2)), "profiles/x"));
    messages.add(gone.cancel(new By("lan", MORNING, "no")), entry());

    assertThat(messages.planned(MORNING, MORNING.plus(Duration.ofDays(5))))
        .extracting(Message::id)
        .containsExactly("soon", "late");
    assertThat(messages.count(State.DRAFT)).isEqualTo(3);
  }

  @Test
  void list_filtersByTimeAndSearchesWithoutMarks_inPages() {
    for (int day = 0; day < 5; day++) {
      add("m" + day, day);
    }
    var from = new Value.Time(MORNING.plus(Duration.ofDays(1)));
    var filter =
        new Filter.And(
            List.of(new Compare(MessageFields.PLANNED, Op.GE, from), new Filter.Word("thong")));
    var first = messages.list(query(filter, null));
    var second = messages.list(query(filter, first));

    var names = new ArrayList<String>();
    first.items().forEach(v -> names.add(v.message().id()));
    second.items().forEach(v -> names.add(v.message().id()));
    assertThat(names).containsExactly("m1", "m2", "m3", "m4");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void changes_goOnWhereTheyEnded() {
    add("a", 1);
    add("b", 2);
    var first = messages.changes("", 1);
    var second = messages.changes(first.token(), 10);

    assertThat(first.items()).hasSize(1);
    assertThat(first.more()).isTrue();
    assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
    assertThat(second.more()).isFalse();
    assertThat(messages.changes(second.token(), 10).items()).isEmpty();
  }

  private static Query query(Filter filter, org.masterplan.kernel.query.Slice<Versioned> before) {
    var after =
        before == null
            ? java.util.Optional.<org.masterplan.kernel.query.Position>empty()
            : before.next();
    return new Query(filter, MessageFields.SOONEST_FIRST, 2, after);
  }

  private void add(String id, int days) {
    var planned = MORNING.plus(Duration.ofDays(days));
    messages.add(draft(id, content("Thông báo " + id, planned, "profiles/x")), entry());
  }
}
