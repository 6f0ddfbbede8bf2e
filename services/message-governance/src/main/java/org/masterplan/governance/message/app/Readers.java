package org.masterplan.governance.message.app;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.masterplan.governance.contact.app.Consents;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.governance.message.domain.Message;

/** The people of an audience, a handful at a time, with what they agreed to. */
final class Readers {
  /** Two accounts each; a store answers for at most 1,000 keys. */
  private static final int HANDFUL = 400;

  private final Consents consents;

  Readers(Consents consents) {
    this.consents = consents;
  }

  /** Calls back with each handful of those who are known. */
  void each(List<String> people, Consumer<List<Person>> handful) {
    people.stream()
        .gather(Gatherers.windowFixed(HANDFUL))
        .map(consents::ofProfiles)
        .forEach(handful);
  }

  /** The wish to bring the message to one reader. */
  static Ask ask(Message message, Person person, Set<String> closed, Instant time) {
    var content = message.content();
    var reader = person.profile().substring(person.profile().indexOf('/') + 1);
    return new Ask(
        message.id() + "." + reader,
        content.channel(),
        content.messageClass(),
        time,
        new Ask.Origin(message.name(), content.unit(), closed, content.audience().holdOut()));
  }
}
