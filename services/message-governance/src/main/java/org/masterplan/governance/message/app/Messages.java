package org.masterplan.governance.message.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.governance.message.domain.State;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;

/** Where messages are kept. Every implementation passes {@code MessagesContract}. */
public interface Messages {
  Optional<Versioned> find(String name);

  /** Stores revision 1; throws {@code AlreadyExists} if the name was ever used. */
  void add(Message message, AuditEntry entry);

  /** Stores the revision after {@code seen}; throws {@code Stale} if that is no longer there. */
  void replace(Message next, long seen, AuditEntry entry);

  /** One page of messages by {@link MessageFields}. */
  Slice<Versioned> list(Query query);

  /** Everything planned from {@code from} until before {@code until}, cancelled ones left out. */
  List<Message> planned(Instant from, Instant until);

  /** How many messages are in a state. */
  long count(State state);

  /** What changed after a token, in the store's order. */
  Changes changes(String token, int limit);

  /** One step of the change feed; {@code more}: another step would find something now. */
  record Changes(List<Versioned> items, String token, boolean more) {
    public Changes {
      items = List.copyOf(items);
    }
  }
}
