package org.masterplan.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.gateway.contract.Contract;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;

class RequestsTest {
  private static final Contract CONTRACT = Contract.load();
  private final Requests requests = new Requests(CONTRACT.types());
  private final Routes routes = new Routes(Transcoder.offered(CONTRACT));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"phone\":{\"colum\":\"x\"}}            | mapping.fields.phone.colum  | UNKNOWN_FIELD",
        "{\"a\":{\"column\":\"x\"},\"phone\":\"x\"} | mapping.fields.phone        | NOT_AN_OBJECT",
        "{\"phone\":{\"confidence\":\"high\"}}   | mapping.fields.phone.confidence | NOT_A_NUMBER",
        "[]                                   | mapping.fields              | NOT_AN_OBJECT"
      })
  void of_namesTheEntryOfAMapThatCannotBeRead(String fields, String field, String reason) {
    var refused =
        catchThrowableOfType(
            InvalidFields.class, () -> confirm("{\"mapping\":{\"fields\":" + fields + "}}"));

    assertThat(refused.violations()).extracting(Violation::field).containsExactly(field);
    assertThat(refused.violations()).extracting(Violation::reason).containsExactly(reason);
  }

  @Test
  void of_namesTheRivalsOfWhichOnlyOneMayBeGiven() {
    var match = (Routes.Match) routes.find("POST", "/v1/contacts:decide");
    var body = "{\"phone\":\"0912345678\",\"email\":\"a@b.example\",\"profile\":null}";

    var refused =
        catchThrowableOfType(
            InvalidFields.class,
            () -> requests.of(match.route(), new Requests.Said(match.filled(), Map.of(), body)));

    assertThat(refused.violations()).extracting(Violation::reason).containsExactly("ONLY_ONE");
    assertThat(refused.violations().getFirst().about().get("fields")).isEqualTo("phone, email");
  }

  @Test
  void fields_isTheMaskOfWhatIsRead_whereThereIsOne() {
    var match = (Routes.Match) routes.find("GET", "/v1/profiles");
    var type = match.route().rpc().proto().getInputType();
    var fields = Map.of("fields", new String[] {"name,values.fullName"});

    var asked = requests.of(match.route(), new Requests.Said(match.filled(), fields, ""));

    assertThat(asked.getField(type.findFieldByName("read_mask")).toString())
        .contains("\"name\"", "\"values.full_name\"");
    var sources = (Routes.Match) routes.find("GET", "/v1/sources");
    var refused =
        catchThrowableOfType(
            InvalidFields.class,
            () -> requests.of(sources.route(), new Requests.Said(sources.filled(), fields, "")));
    assertThat(refused.violations()).extracting(Violation::reason).containsExactly("UNKNOWN_FIELD");
  }

  private void confirm(String body) {
    var match = (Routes.Match) routes.find("POST", "/v1/sources/crm:confirmMapping");
    requests.of(match.route(), new Requests.Said(match.filled(), Map.of(), body));
  }
}
