package org.masterplan.abandonment.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends of observation as they were kept before what was stated and what was seen were told apart: a
 * file that stated none gave all its communities the time of its last row.
 *
 * <p>Such an end is the end of some stored activity, which one that was stated hardly is. So an end
 * that coincides with an activity is taken for a file's, and its community was seen until its own
 * last row. Where somebody did state that very time, it has to be stated anew: a ghost ship seen
 * late is better than one that is none.
 */
public final class OldEnds {
  private static final Logger log = LoggerFactory.getLogger(OldEnds.class);

  private final MongoCollection<Document> observations;
  private final MongoCollection<Document> events;
  private final MongoCollection<Document> totals;
  private final ZoneId zone;

  private OldEnds(MongoDatabase database, ZoneId zone) {
    this.observations = database.getCollection(MongoObservations.COLLECTION);
    this.events = database.getCollection(MongoActivities.EVENTS);
    this.totals = database.getCollection(MongoActivities.TOTALS);
    this.zone = zone;
  }

  /** Tells them apart as well as can be; repeatable. */
  public static void tellApart(MongoDatabase database, ZoneId zone) {
    new OldEnds(database, zone).tellApart();
  }

  private void tellApart() {
    var kept = observations.find(exists(MongoObservations.STATED)).into(new ArrayList<>());
    var ends = new HashSet<Instant>();
    kept.forEach(each -> ends.add(end(each)));
    var ofFiles = ofFiles(ends);
    long seen = kept.stream().filter(e -> ofFiles.contains(end(e))).filter(this::seen).count();
    log.info("of {} ends of observation {} were a file's last row", kept.size(), seen);
  }

  /** Those of the ends at which some activity ends. */
  private Set<Instant> ofFiles(Set<Instant> ends) {
    var times = ends.stream().map(Date::from).toList();
    var days = ends.stream().map(this::lastDay).flatMap(Optional::stream).toList();
    var found = new HashSet<Instant>();
    // Of those that an interrupted run has told apart already as well: their rows may be the last.
    for (var observation : observations.find()) {
      var mine = eq(ActivityDocument.COMMUNITY, observation.getString("_id"));
      events
          .find(and(mine, in(ActivityDocument.TIME, times)))
          .forEach(event -> found.add(event.getDate(ActivityDocument.TIME).toInstant()));
      totals.find(and(mine, in(ActivityDocument.DATE, days))).forEach(t -> found.add(endOfDay(t)));
    }
    return found;
  }

  /** Whether its community has rows, without which its end was surely stated. */
  private boolean seen(Document observation) {
    var community = observation.getString("_id");
    var last =
        Stream.of(
                last(events, community, ActivityDocument.TIME)
                    .map(event -> event.getDate(ActivityDocument.TIME).toInstant()),
                last(totals, community, ActivityDocument.DATE).map(this::endOfDay))
            .flatMap(Optional::stream)
            .max(Instant::compareTo);
    last.ifPresent(
        time ->
            observations.updateOne(
                eq("_id", community),
                Updates.combine(
                    Updates.max(MongoObservations.SEEN, Date.from(time)),
                    Updates.unset(MongoObservations.STATED))));
    return last.isPresent();
  }

  private static Optional<Document> last(
      MongoCollection<Document> activity, String community, String time) {
    return Optional.ofNullable(
        activity
            .find(eq(ActivityDocument.COMMUNITY, community))
            .sort(Sorts.descending(time))
            .limit(1)
            .first());
  }

  private static Instant end(Document observation) {
    return observation.getDate(MongoObservations.STATED).toInstant();
  }

  /** The day whose end that is; empty if it is in the middle of one. */
  private Optional<String> lastDay(Instant end) {
    var there = end.atZone(zone);
    return there.equals(there.toLocalDate().atStartOfDay(zone))
        ? Optional.of(there.toLocalDate().minusDays(1).toString())
        : Optional.empty();
  }

  private Instant endOfDay(Document total) {
    var day = LocalDate.parse(total.getString(ActivityDocument.DATE));
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
