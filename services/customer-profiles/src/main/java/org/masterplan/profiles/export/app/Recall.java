package org.masterplan.profiles.export.app;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.profile.app.Reading;

/** What left, and with it whom: for whoever has to call it back. */
public final class Recall {
  private static final int PAGE = 200;

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

  /** The page of those that held this person, under any name that is known of them. */
  public Slice<ProfileExport> of(String profile, Query query) {
    return ExportFields.queryable().page(of(names(profile)), query);
  }

  /** Every export that held any of these, newest first. */
  public List<ProfileExport> of(List<String> profiles) {
    var found = new ArrayList<ProfileExport>();
    var query = Query.first(ExportFields.DEFAULT, PAGE);
    for (var page = exports.list(query); ; page = exports.list(query)) {
      for (var export : page.items()) {
        if (exports.holds(export.name().id(), profiles)) {
          found.add(export);
        }
      }
      if (page.next().isEmpty()) {
        return found;
      }
      query = new Query(query.filter(), query.order(), query.size(), page.next());
    }
  }

  /** Who was erased has no other names any more. */
  private List<String> names(String profile) {
    var known = reading.all(List.of(profile));
    var names = new ArrayList<>(List.of(profile));
    known.forEach(each -> names.addAll(each.names()));
    return names;
  }
}
