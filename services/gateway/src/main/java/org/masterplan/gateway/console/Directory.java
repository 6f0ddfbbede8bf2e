package org.masterplan.gateway.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.masterplan.registry.v1.Employee;
import org.masterplan.registry.v1.ListBusinessUnitsRequest;
import org.masterplan.registry.v1.ListCommunitiesRequest;
import org.masterplan.registry.v1.ListEmployeesRequest;
import org.masterplan.registry.v1.ListObjectivesRequest;
import org.masterplan.registry.v1.ListProductLinesRequest;
import org.masterplan.registry.v1.ListSegmentsRequest;

/**
 * What names mean to people, and what a form may choose from. Read for each page, so that a person
 * who left is never offered.
 */
final class Directory {
  private static final int PAGE = 200;
  private static final int MOST = 1000;
  private static final String REGISTRY = "community-registry";
  private final Services services;

  Directory(Services services) {
    this.services = services;
  }

  /** Names and titles of customer segments, in their order. */
  Map<String, String> segments(Visitor visitor, Asked asked) {
    var plan = services.plan(visitor);
    return all(
        asked,
        (token, into) -> {
          var page =
              plan.listSegments(
                  ListSegmentsRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build());
          page.getSegmentsList().forEach(s -> into.put(s.getName(), s.getTitle()));
          return page.getNextPageToken();
        });
  }

  /** Names and titles of business units, dissolved ones included. */
  Map<String, String> units(Visitor visitor, Asked asked) {
    var organisation = services.organisation(visitor);
    return all(
        asked,
        (token, into) -> {
          var request =
              ListBusinessUnitsRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build();
          var page = organisation.listBusinessUnits(request);
          page.getBusinessUnitsList().forEach(u -> into.put(u.getName(), u.getTitle()));
          return page.getNextPageToken();
        });
  }

  /** Names of employees, and what people call them; those who left too. */
  Map<String, String> employees(Visitor visitor, Asked asked) {
    return employees(visitor, asked, _ -> true);
  }

  /** Employees who may hold a community (capability 15). */
  Map<String, String> present(Visitor visitor, Asked asked) {
    return employees(visitor, asked, e -> e.getState() != Employee.State.DEPARTED);
  }

  /** Names and titles of product lines. */
  Map<String, String> productLines(Visitor visitor, Asked asked) {
    var plan = services.plan(visitor);
    return all(
        asked,
        (token, into) -> {
          var request =
              ListProductLinesRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build();
          var page = plan.listProductLines(request);
          page.getProductLinesList().forEach(l -> into.put(l.getName(), l.getTitle()));
          return page.getNextPageToken();
        });
  }

  /** Names and titles of corporate objectives. */
  Map<String, String> objectives(Visitor visitor, Asked asked) {
    var plan = services.plan(visitor);
    return all(
        asked,
        (token, into) -> {
          var request =
              ListObjectivesRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build();
          var page = plan.listObjectives(request);
          page.getObjectivesList().forEach(o -> into.put(o.getName(), o.getTitle()));
          return page.getNextPageToken();
        });
  }

  /** Names and titles of communities that are not archived. */
  Map<String, String> communities(Visitor visitor, Asked asked) {
    var registry = services.communities(visitor);
    return all(
        asked,
        (token, into) -> {
          var request =
              ListCommunitiesRequest.newBuilder()
                  .setPageSize(PAGE)
                  .setPageToken(token)
                  .setFilter("state != \"ARCHIVED\"")
                  .setOrderBy("title")
                  .build();
          var page = registry.listCommunities(request);
          page.getCommunitiesList().forEach(c -> into.put(c.getName(), c.getTitle()));
          return page.getNextPageToken();
        });
  }

  private Map<String, String> employees(
      Visitor visitor, Asked asked, Function<Employee, Boolean> wanted) {
    var organisation = services.organisation(visitor);
    return all(
        asked,
        (token, into) -> {
          var request =
              ListEmployeesRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build();
          var page = organisation.listEmployees(request);
          page.getEmployeesList().stream()
              .filter(wanted::apply)
              .forEach(e -> into.put(e.getName(), e.getTitle()));
          return page.getNextPageToken();
        });
  }

  /** Reads one page into the map and answers the token of the next. */
  private interface Pages {
    String read(String token, Map<String, String> into);
  }

  private static Map<String, String> all(Asked asked, Pages pages) {
    var all = new LinkedHashMap<String, String>();
    var token = asked.of(REGISTRY, () -> pages.read("", all)).orElse("");
    while (!token.isEmpty() && all.size() < MOST) {
      var next = token;
      token = asked.of(REGISTRY, () -> pages.read(next, all)).orElse("");
    }
    return all;
  }
}
