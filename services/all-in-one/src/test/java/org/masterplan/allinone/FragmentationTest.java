package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.allinone.rest.SourceCalls;

/** A person whose touches are counted by hand, and by all services together. */
class FragmentationTest {
  private static final List<String> UNITS = List.of("sua", "bia", "nuoc", "keo");

  @TempDir private Path data;
  @TempDir private Path files;

  private PlanApi cmo;
  private PlanApi team;

  /**
   * By hand, of one person under two names: Sữa wrote on its message, which was for its community,
   * where the person is a member, and for Bia's, where they are not; Bia sent a text of its own to
   * the second name; in Nước's community the person said something; Kẹo was granted a contact that
   * never took place; the order came from the database that Sữa keeps. So 3 units (Sữa, Bia, Nước),
   * 2 communities (Sữa's and Nước's) and 2 voices (Sữa by e-mail, Bia by text).
   */
  @Test
  @Tag("cap-4")
  void cap004_theIndex_equalsTheHandCount_acrossServices() throws IOException {
    try (var plan = Served.empty(data)) {
      cmo = plan.as("cmo");
      team = plan.as("data");
      organise();
      var lan = lookup("1");
      var other = lookup("2");
      assertThat(other).isNotEqualTo(lan);
      touch(plan, lan, other);
      team.post(
          "/v1/profiles:merge", json("{'profiles':['%s','%s'],'reason':'one person'}", lan, other));

      for (var name : List.of(lan, other)) {
        var index = cmo.get("/v1/" + name + "/fragmentation");

        assertThat(index.getAsJsonArray("missing")).isEmpty();
        assertThat(names(index, "unitTouches"))
            .containsExactly("businessUnits/bia", "businessUnits/nuoc", "businessUnits/sua");
        assertThat(index.get("units").getAsInt()).isEqualTo(3);
        assertThat(names(index, "communityTouches"))
            .containsExactly("communities/c-nuoc", "communities/c-sua");
        assertThat(index.get("communities").getAsInt()).isEqualTo(2);
        assertThat(index.get("voices").getAsInt()).isEqualTo(2);
        assertThat(index.get("unattributed").getAsInt()).isZero();
      }
      var summary = cmo.get("/v1/fragmentation").getAsJsonArray("buckets");
      assertThat(summary.get(3).getAsJsonObject().get("people").getAsInt()).isEqualTo(1);
    }
  }

  private void organise() throws IOException {
    var rows = new java.util.ArrayList<>(List.of("id,title,link,platform,unit,owner"));
    for (var unit : UNITS) {
      cmo.post("/v1/businessUnits?businessUnitId=" + unit, new Body.Json(Bodies.titled(unit)));
      cmo.post(
          "/v1/employees?employeeId=e-" + unit,
          json("{'title':'Lan','businessUnit':'businessUnits/%s'}", unit));
      rows.add("c-%1$s,%1$s,https://%1$s.example,zalo,%1$s,e-%1$s".formatted(unit));
    }
    cmo.post("/v1/communities:import", Bodies.csv(files, rows.toArray(String[]::new)));
    team.post(
        "/v1/sources?sourceId=crm", json("{'title':'CRM','businessUnit':'businessUnits/sua'}"));
    var crm = new SourceCalls(team, "crm");
    var people =
        Bodies.csv(
            files,
            "id,ho ten,email,dien thoai",
            "1,Phạm Lan,lan@vi-du.example,",
            "2,Phạm Thị Lan,,0901234567");
    crm.await(crm.load(people));
    cmo.post(
        "/v1/communities/c-sua/members:import",
        Bodies.csv(files, "handle,email", "lan,lan@vi-du.example"));
  }

  private void touch(Served plan, String lan, String other) throws IOException {
    approve(plan);
    contact("'profile':'%s','message':'messages/tin','channel':'EMAIL'".formatted(lan), true);
    contact(
        "'profile':'%s','businessUnit':'businessUnits/bia','channel':'SMS'".formatted(other), true);
    contact(
        "'profile':'%s','businessUnit':'businessUnits/keo','channel':'EMAIL'".formatted(lan),
        false);
    var now = Instant.now().minus(Duration.ofMinutes(1));
    team.post(
        "/v1/dealings:batchCreate",
        json(
            "{'rows':[{'cells':{'time':'%1$s','email':'lan@vi-du.example','community':'c-nuoc',"
                + "'kind':'POST'}},{'cells':{'id':'A-1','time':'%1$s','source':'crm','record':'1',"
                + "'amount':'5'}}]}",
            now.toString()));
  }

  /** A notice to two communities, on the plan. */
  private void approve(Served plan) throws IOException {
    var planned = Instant.now().plus(Duration.ofDays(2));
    var message =
        cmo.post(
            "/v1/messages?messageId=tin",
            json(
                "{'title':'Tin','text':'Lô hàng thu hồi','businessUnit':'businessUnits/sua',"
                    + "'messageClass':'SERVICE_NOTICE','channel':'EMAIL','plannedTime':'%s',"
                    + "'audience':{'communities':['communities/c-sua','communities/c-bia']}}",
                planned.toString()));
    var submitted = cmo.post("/v1/messages/tin:submit", said(message));
    plan.as("cmo-2").post("/v1/messages/tin:approve", said(submitted));
  }

  private static Body.Json said(JsonObject seen) {
    var said = new JsonObject();
    said.add("etag", seen.get("etag"));
    return new Body.Json(said);
  }

  private void contact(String wish, boolean takesPlace) throws IOException {
    var asked =
        "{%s,'messageClass':'SERVICE_NOTICE','reserve':true,'requestId':'%s'}"
            .formatted(wish, UUID.randomUUID());
    var decided = cmo.post("/v1/contacts:decide", json(asked));
    assertThat(decided.get("granted").getAsBoolean()).as(decided.toString()).isTrue();
    if (takesPlace) {
      var held = decided.get("reservation").getAsString();
      cmo.post("/v1/contacts:confirm", json("{'reservation':'%s'}", held));
    }
  }

  private String lookup(String record) throws IOException {
    return team.get("/v1/profiles:lookup?record=sources/crm/records/" + record)
        .get("name")
        .getAsString();
  }

  private static TreeSet<String> names(JsonObject index, String field) {
    var names = new TreeSet<String>();
    for (JsonElement each : index.getAsJsonArray(field)) {
      names.add(each.getAsJsonObject().get("name").getAsString());
    }
    return names;
  }

  private static Body.Json json(String text, Object... values) {
    return new Body.Json(
        JsonParser.parseString(text.formatted(values).replace('\'', '"')).getAsJsonObject());
  }
}
