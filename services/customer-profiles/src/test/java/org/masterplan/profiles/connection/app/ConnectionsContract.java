package org.masterplan.profiles.connection.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.connection.domain.Connection;
import org.masterplan.profiles.connection.domain.Definition;

/** What every store of connections must do. Subclasses supply a fresh, empty one. */
public abstract class ConnectionsContract {
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  static final AuditEntry ENTRY =
      new AuditEntry(NOW, "lan@data", "CONNECTION_UPDATED", List.of("url"), "");
  static final Definition CRM =
      new Definition("jdbc:postgresql://db/crm", "plan", "crm.password", "public.people", "id");
  static final Connection FIRST =
      Connection.none(new ResourceName("sources", "crm")).define(CRM, NOW);

  Connections connections;

  protected abstract Connections connections();

  @BeforeEach
  void fresh() {
    connections = connections();
  }

  @Test
  void find_returnsWhatWasStored() {
    connections.replace(FIRST, ENTRY);

    assertThat(connections.find("crm")).contains(FIRST);
    assertThat(connections.find("erp")).isEmpty();
  }

  @Test
  void find_returnsWherePullsHaveEnded() {
    var pulled = FIRST.pull("operations/a", NOW);
    var leftOut = List.of("photo", "scan");
    var came =
        new Connection.Reached("2026-11-22T02:00:00.123456Z", leftOut, Optional.empty(), "id\n");
    var ended = pulled.pulled(CRM, came, NOW);
    connections.replace(FIRST, ENTRY);
    connections.replace(pulled, ENTRY);
    connections.replace(ended, ENTRY);

    assertThat(connections.find("crm")).contains(ended);
  }

  @Test
  void replace_letsOnlyOneOfTwoWritersWin() {
    connections.replace(FIRST, ENTRY);

    assertThatThrownBy(() -> connections.replace(FIRST, ENTRY)).isInstanceOf(Stale.class);
    var next = FIRST.pull("operations/a", NOW);
    connections.replace(next, ENTRY);
    assertThatThrownBy(() -> connections.replace(next, ENTRY)).isInstanceOf(Stale.class);
    assertThat(connections.find("crm")).contains(next);
  }
}
