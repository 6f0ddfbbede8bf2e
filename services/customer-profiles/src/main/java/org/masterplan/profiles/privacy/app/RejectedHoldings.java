package org.masterplan.profiles.privacy.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.source.app.ErasedMarks;
import org.masterplan.profiles.source.app.RejectedRows;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.Source;

/**
 * What is held about a person in rows that could not be taken. Such a row is a person's if it holds
 * one of their addresses or numbers anywhere, or an id or a handle of theirs where ids or handles
 * stand: elsewhere those are words like any other.
 */
public final class RejectedHoldings {
  private static final ColumnMapping NOWHERE = ColumnMapping.given("", "");

  private final RejectedRows rows;
  private final RejectedUploads uploads;
  private final Sources sources;

  /** Whom rows are looked for. {@code records}: every record of the person. */
  record Person(PersonKeys keys, Collection<RecordName> records) {
    private List<String> addresses() {
      var addresses = new ArrayList<>(keys.phones());
      addresses.addAll(keys.emails());
      addresses.addAll(keys.profiles());
      records.forEach(name -> addresses.add(name.toString()));
      return addresses;
    }

    private List<String> ids() {
      return records.stream().map(RecordName::id).distinct().toList();
    }

    private OwnHandles handles() {
      return new OwnHandles(keys);
    }
  }

  public RejectedHoldings(RejectedRows rows, RejectedUploads uploads, Sources sources) {
    this.rows = rows;
    this.uploads = uploads;
    this.sources = sources;
  }

  List<Holders.Holding> export(Person person) {
    var holdings = new ArrayList<Holders.Holding>();
    for (var kept : rows(person)) {
      var name = "sources/" + kept.source() + "/rejectedRows/" + kept.id();
      holdings.add(holding(name, "rejected-row", kept.row()));
    }
    for (var kept : uploads(person)) {
      var name = "imports/" + kept.importId() + "/rows/" + kept.row().line();
      holdings.add(holding(name, kept.kind(), kept.row()));
    }
    return holdings;
  }

  /** The marks of the person's rows, so that none is kept again when its file comes again. */
  List<String> marks(Person person) {
    var marks = new ArrayList<String>();
    rows(person)
        .forEach(kept -> ErasedMarks.ofRow(kept.source(), kept.row()).ifPresent(marks::add));
    uploads(person)
        .forEach(kept -> ErasedMarks.ofRow(kept.file(), kept.row()).ifPresent(marks::add));
    return marks;
  }

  /** Imports that are under way are told first: what they keep from here on, they look at. */
  long erase(Person person) {
    uploads.forgetComing(person.addresses());
    var found = uploads(person);
    uploads.remove(found);
    return found.size() + rows.remove(List.copyOf(rows(person)));
  }

  private static Holders.Holding holding(String name, String kind, Row.Bad row) {
    return new Holders.Holding(name, kind, Map.copyOf(row.values()), Optional.empty());
  }

  private Set<RejectedRows.Kept> rows(Person person) {
    var found = new LinkedHashSet<>(rows.speakingOf(person.addresses()));
    var mappings = new Mappings();
    var records = new HashSet<>(person.records());
    for (var kept : rows.withCell(person.ids())) {
      var id = cell(kept, mappings.of(kept.source()).ids());
      if (records.contains(new RecordName(kept.source(), Texts.canonical(id)))) {
        found.add(kept);
      }
    }
    var handles = person.handles();
    for (var kept : rows.naming(handles.plain())) {
      if (handles.isIn(cell(kept, mappings.of(kept.source()).handles()))) {
        found.add(kept);
      }
    }
    return found;
  }

  private Set<RejectedUploads.Kept> uploads(Person person) {
    var found = new LinkedHashSet<>(uploads.speakingOf(person.addresses()));
    uploads.speakingOf(person.ids()).stream()
        .filter(kept -> person.records().stream().anyMatch(kept::isAbout))
        .forEach(found::add);
    var handles = person.handles();
    uploads.naming(handles.plain()).stream()
        .filter(kept -> kept.handles().stream().anyMatch(handles::isIn))
        .forEach(found::add);
    return found;
  }

  private static String cell(RejectedRows.Kept kept, String column) {
    return kept.row().values().getOrDefault(column, "");
  }

  /** Where a source's ids and handles stand; empty texts if nowhere. */
  private record Columns(String ids, String handles) {
    static Columns of(Mapping mapping) {
      var handles = mapping.fields().getOrDefault(Dictionary.HANDLE, NOWHERE);
      return new Columns(mapping.idColumn(), handles.column());
    }
  }

  /** Each source's columns, asked for once. */
  private final class Mappings {
    private final Map<String, Columns> known = new HashMap<>();

    Columns of(String source) {
      return known.computeIfAbsent(
          source, id -> Columns.of(sources.find(id).map(Source::mapping).orElse(Mapping.NONE)));
    }
  }
}
