package org.masterplan.governance.message.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.governance.message.app.MessageFixture.MORNING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.message.domain.Reach;

/** What every store of reaches must do. */
public abstract class ReachesContract {
  protected abstract Reaches reaches();

  @Test
  void save_lastWordWins_andUnfinishedWorkIsFound() {
    var reaches = reaches();
    reaches.save(Reach.begun("messages/a", 5, MORNING));
    reaches.save(Reach.begun("messages/b", 7, MORNING));
    var done = Reach.begun("messages/a", 5, MORNING).reserved(3, 2, MORNING);
    reaches.save(done);

    assertThat(reaches.find(List.of("messages/a", "messages/c")))
        .containsOnly(java.util.Map.entry("messages/a", done));
    assertThat(reaches.unfinished(10)).extracting(Reach::message).containsExactly("messages/b");
  }
}
