package org.masterplan.profiles.export.app;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.domain.SourceRecord;

/** What left, and with it whom: for whoever has to call it back. */
public final class Recall {
  private static final Comparator<ProfileExport> NEWEST =
      Comparator.comparing(ProfileExport::createdAt)
          .thenComparing(export -> export.name().id())
          .reversed();

  private final Exports exports;
  private final Reading reading;

  public Recall(Exports exports, Reading reading) {
    this.exports = exports;
    this.reading = reading;
  }

  public ProfileExport get(String name) {
    var prefix = ProfileExport.COLLECTION + "/";
    var id = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    return exports.find(id).orElseThrow(() -> NotFound.named(name));
  }

  /** All exports, page by page. */
  public Slice<ProfileExport> list(Query query) {
    return exports.list(query);
  }

  /** The page of those that held this person, under any name and with any record of theirs. */
  public Slice<ProfileExport> of(String profile, Query query) {
    return ExportFields.queryable().page(of(List.of(profile)), query);
  }

  /** Every export that held any of these people, newest first; also of those who were erased. */
  public List<ProfileExport> of(List<String> profiles) {
    return of(profiles, reading.all(profiles));
  }

  private List<ProfileExport> of(List<String> profiles, List<Profile> all) {
    var records =
        all.stream().flatMap(known -> known.records().stream()).map(SourceRecord::number).toList();
    var ids = new HashSet<>(exports.holding(names(profiles, all), records));
    for (var profile : profiles) {
      exports.recalledAbout(profile).forEach(recalled -> ids.addAll(recalled.exports()));
    }
    return ids.stream().flatMap(id -> exports.find(id).stream()).sorted(NEWEST).toList();
  }

  private static Set<String> names(List<String> profiles, List<Profile> all) {
    var names = new LinkedHashSet<>(profiles);
    all.forEach(known -> names.addAll(known.names()));
    return names;
  }

  /** Writes down what held them, while it is known; to be done before they are erased. */
  public void note(String erasure, List<String> profiles) {
    if (exports.recalled(erasure).isEmpty()) {
      var all = reading.all(profiles);
      var names = List.copyOf(names(profiles, all));
      exports.recall(new Exports.Recalled(erasure, names, ids(of(profiles, all))));
    }
  }

  /** Names of what an erasure has to call back, newest first; also what left meanwhile. */
  public List<String> noted(String erasure) {
    return exports.recalled(erasure).map(noted -> of(noted.profiles())).orElse(List.of()).stream()
        .map(export -> export.name().toString())
        .toList();
  }

  private static List<String> ids(List<ProfileExport> some) {
    return some.stream().map(export -> export.name().id()).toList();
  }
}
