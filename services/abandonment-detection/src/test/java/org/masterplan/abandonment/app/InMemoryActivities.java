package org.masterplan.abandonment.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.masterplan.abandonment.domain.Activity;

/** Activity in memory. */
public final class InMemoryActivities implements Activities {
  private final Map<Activity.Event, Activity.Event> events = new LinkedHashMap<>();
  private final Map<List<Object>, Activity.DailyTotal> totals = new LinkedHashMap<>();

  @Override
  public synchronized Stored addEvents(List<Activity.Event> batch) {
    int before = events.size();
    batch.forEach(e -> events.putIfAbsent(e, e));
    return new Stored(events.size() - before, 0);
  }

  @Override
  public synchronized Stored putTotals(List<Activity.DailyTotal> batch) {
    int added = 0;
    int changed = 0;
    for (var each : batch) {
      var key = List.<Object>of(each.community(), each.date(), each.kind(), each.voice());
      var before = totals.put(key, each);
      added += before == null ? 1 : 0;
      changed += before == null || before.equals(each) ? 0 : 1;
    }
    return new Stored(added, changed);
  }

  @Override
  public synchronized void read(String community, Consumer<Activity> reader) {
    events.values().stream().filter(e -> e.community().equals(community)).forEach(reader);
    totals.values().stream().filter(e -> e.community().equals(community)).forEach(reader);
  }

  @Override
  public synchronized List<Presence> presences(String author) {
    return events.values().stream()
        .filter(e -> !author.isEmpty() && e.author().equals(author))
        .collect(Collectors.groupingBy(Activity.Event::community))
        .values()
        .stream()
        .map(InMemoryActivities::presence)
        .toList();
  }

  @Override
  public synchronized long anonymise(String author, String community) {
    long count = 0;
    for (var entry : new ArrayList<>(events.entrySet())) {
      var e = entry.getValue();
      if (e.author().equals(author) && e.community().equals(community)) {
        var nobody =
            new Activity.Event(
                e.community(), e.time(), "", e.voice(), e.kind(), e.ref(), e.inReplyTo());
        events.put(entry.getKey(), nobody);
        count++;
      }
    }
    return count;
  }

  private static Presence presence(List<Activity.Event> of) {
    var times = of.stream().map(Activity.Event::time).sorted().toList();
    return new Presence(of.getFirst().community(), of.size(), times.getFirst(), times.getLast());
  }
}
