package org.masterplan.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PathTemplateTest {

  @Test
  void match_fillsAVariableThatSpansSegments() {
    assertThat(match("/v1/{name=sources/*/records/*}", "v1/sources/a/records/b", ""))
        .hasValueSatisfying(
            m -> assertThat(m).containsExactly(entry("name", "sources/a/records/b")));
    assertThat(match("/v1/{name=communities/*/health}", "v1/communities/a/health", ""))
        .hasValueSatisfying(
            m -> assertThat(m).containsExactly(entry("name", "communities/a/health")));
  }

  @Test
  void match_fillsANestedField_andAVerb() {
    var template = "/v1/{community.name=communities/*}:submit";

    assertThat(match(template, "v1/communities/a", "submit"))
        .hasValueSatisfying(
            m -> assertThat(m).containsExactly(entry("community.name", "communities/a")));
    assertThat(match(template, "v1/communities/a", "")).isEmpty();
    assertThat(match(template, "v1/communities/a/b", "submit")).isEmpty();
  }

  @Test
  void match_readsPercentEncoding_andLeavesPlusAlone() {
    assertThat(match("/v1/{name=sources/*}", "v1/sources/a%3Ab+c", ""))
        .hasValueSatisfying(m -> assertThat(m).containsExactly(entry("name", "sources/a:b+c")));
    assertThat(match("/v1/{name=sources/*}", "v1/sources/", "")).isEmpty();
  }

  @Test
  void readable_namesEachPart() {
    assertThat(PathTemplate.parse("/v1/{name=communities/*}/members:import").readable())
        .isEqualTo("/v1/communities/{community}/members:import");
    assertThat(PathTemplate.parse("/v1/{name=sources/*/records/*}").readable())
        .isEqualTo("/v1/sources/{source}/records/{record}");
  }

  @Test
  void parse_refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> PathTemplate.parse("/v1/{name=a/**}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Optional<Map<String, String>> match(String template, String path, String verb) {
    return PathTemplate.parse(template).match(List.of(path.split("/", -1)), verb);
  }
}
