package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.allinone.demo.DemoDay;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.allinone.rest.SourceCalls;

/** A second run starts from what is stored, on the day that follows, and loads nothing again. */
class RestartTest {
  /** Another than today, whenever that is: the second run stands there, too. */
  private static final LocalDate DAY = LocalDate.of(2027, 2, 6);

  @TempDir private Path data;
  @TempDir private Path files;

  @Test
  void secondRun_hasTheFiguresOfTheFirst_andLoadsNothing() throws Exception {
    new DemoDay(new DataFolder(data), Clock.systemUTC()).clock(Optional.of(DAY));
    List<String> before;
    try (var plan = Served.empty(data)) {
      fill(plan);
      before =
          Awaitility.await()
              .atMost(Duration.ofMinutes(5))
              .until(
                  () -> figures(plan), f -> f.equals(List.of("2", "1", "0", "0", "3", "2", "0")));
    }
    var folder = new DataFolder(data);
    var marked = Files.getLastModifiedTime(folder.loaded());

    var typed = Map.of("DATA", data.toString(), "PEOPLE", "1000", "DAY", DAY.toString());
    try (var checkout = new Checkout(files, typed);
        var plan = Served.typed("make demo", checkout, data)) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> plan.text().contains("messages that collide"));

      assertThat(figures(plan)).isEqualTo(before);
      assertThat(figure(plan.as("cmo").get("/v1/portfolio"), "asOfTime")).startsWith("2027-02-0");
      assertThat(plan.text())
          .contains("communities on the plan: 2\n", "ghost ships: 1\n")
          .contains("customers aboard them: at least 0, at most 0\n")
          .contains("records: 3, profiles: 2\n", "messages that collide: 0\n")
          .doesNotContain("note:");
      assertThat(plan.pressCtrlC()).isEqualTo(130);
    }
    assertThat(folder.address()).isEmpty();
    assertThat(folder.generated()).doesNotExist();
    assertThat(folder.progress()).doesNotExist();
    assertThat(Files.getLastModifiedTime(folder.loaded())).isEqualTo(marked);
  }

  /** Two communities, one of which nobody holds any more, and two people in three records. */
  private void fill(Served plan) throws IOException {
    var cmo = plan.as("cmo");
    cmo.post("/v1/businessUnits?businessUnitId=sua", new Body.Json(Bodies.titled("Sữa")));
    var lan = Bodies.titled("Lan");
    lan.addProperty("businessUnit", "businessUnits/sua");
    cmo.post("/v1/employees?employeeId=lan", new Body.Json(lan));
    cmo.post(
        "/v1/communities:import",
        Bodies.csv(
            files,
            "id,title,link,platform,unit,owner",
            "me-bim,Mẹ bỉm,https://me-bim.example,zalo,sua,lan",
            "be-an,Bé ăn,https://be-an.example,zalo,sua,"));
    cmo.post("/v1/employees/lan:depart");
    var team = plan.as("data");
    team.post("/v1/sources?sourceId=crm", new Body.Json(Bodies.titled("CRM")));
    var crm = new SourceCalls(team, "crm");
    crm.await(
        crm.load(
            Bodies.csv(
                files,
                "id,ho ten,email",
                "1,Phạm Lan,lan@vi-du.example",
                "2,Phạm Lan,lan@vi-du.example",
                "3,Trần Bình,binh@vi-du.example")));
  }

  /** The five figures that a run ends with, two of which are pairs. */
  private static List<String> figures(Served plan) throws IOException {
    PlanApi cmo = plan.as("cmo");
    var portfolio = cmo.get("/v1/portfolio");
    return Stream.of(
            "communities.total",
            "ghostShips",
            "customersAboard.low",
            "customersAboard.high",
            "sources.records",
            "sources.profiles",
            "collisions")
        .map(path -> figure(portfolio, path))
        .toList();
  }

  private static String figure(JsonObject portfolio, String path) {
    var of = portfolio;
    var name = path;
    int dot = path.indexOf('.');
    if (dot > 0) {
      name = path.substring(dot + 1);
      of = of.has(path.substring(0, dot)) ? of.getAsJsonObject(path.substring(0, dot)) : of;
    }
    return of.has(name) ? of.get(name).getAsString() : "-";
  }
}
