package org.masterplan.profiles.connection.app;

import java.util.List;
import org.masterplan.profiles.connection.domain.Definition;

class InMemoryDatabasesTest extends DatabasesContract {
  private final InMemoryDatabases databases = new InMemoryDatabases();

  @Override
  protected Databases databases() {
    return databases;
  }

  @Override
  protected Definition definition(String table, String cursorColumn) {
    return new Definition("jdbc:sqlite:memory.db", "", "", table, cursorColumn);
  }

  @Override
  protected void create(String table, List<Person> rows) {
    databases.create(table, rows);
  }
}
