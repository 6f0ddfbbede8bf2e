package org.masterplan.profiles.snapshot.domain;

import static org.masterplan.profiles.export.domain.Column.Kind.MOMENT;
import static org.masterplan.profiles.export.domain.Column.Kind.TEXT;
import static org.masterplan.profiles.export.domain.Column.Kind.WHOLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.masterplan.profiles.export.domain.Column;

/** The tables of a snapshot. Columns are only ever added at the end. */
public enum Table {
  /** People, a row each. */
  PROFILES(ProfileCells.columns()),
  /** The records whose values are used of them; by no id where values are masked. */
  CROSSWALK(texts("source", "record", "profile")),
  /** Where people stand, a row for each purpose and channel. */
  CONSENTS(with(texts("profile", "purpose", "channel", "state"), new Column("time", MOMENT))),
  /** The register of communities. */
  COMMUNITIES(
      with(
          texts(
              "community",
              "title",
              "kind",
              "mode",
              "platform",
              "purpose",
              "objective",
              "segments",
              "businessUnit",
              "owner",
              "state",
              "health"),
          new Column("declaredMembers", WHOLE))),
  /** Seats in communities; the profile is absent where nobody knows who it is. */
  MEMBERSHIPS(
      with(
          texts("community", "member", "profile", "state"),
          new Column("joinTime", MOMENT),
          new Column("leaveTime", MOMENT))),
  /** Messages that units planned, with what became of their contacts. */
  MESSAGES(
      with(
          texts(
              "message",
              "title",
              "businessUnit",
              "messageClass",
              "channel",
              "topic",
              "communities",
              "segments",
              "state"),
          new Column("plannedTime", MOMENT),
          new Column("asked", WHOLE),
          new Column("granted", WHOLE),
          new Column("refused", WHOLE),
          new Column("confirmed", WHOLE)));

  private final List<Column> columns;

  Table(List<Column> columns) {
    this.columns = columns;
  }

  public List<Column> columns() {
    return columns;
  }

  /** The place of the column of that name. */
  public int place(String column) {
    return columns.stream().map(Column::name).toList().indexOf(column);
  }

  /** What its file is called, without an ending. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<Column> texts(String... names) {
    return Arrays.stream(names).map(name -> new Column(name, TEXT)).toList();
  }

  private static List<Column> with(List<Column> first, Column... more) {
    var all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
