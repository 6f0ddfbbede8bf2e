package org.masterplan.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;

class PageTokenTest {
  Position position = new Position(new Value.Text("hoi me bim sua"), "communities/me-bim");

  @Test
  void read_returnsWhatWasWritten() {
    assertThat(PageToken.read(PageToken.write(position, "q"), "q")).isEqualTo(position);
  }

  @Test
  void read_refusesTheTokenOfAnotherQuery() {
    assertThatThrownBy(() -> PageToken.read(PageToken.write(position, "q"), "other"))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.violations().getFirst().reason()).isEqualTo("PAGE_TOKEN_OTHER_QUERY"));
  }

  @Property
  void read_ofAnything_answersARefusalAndNothingElse(
      @ForAll @AlphaChars @StringLength(max = 60) String token) {
    assertThatThrownBy(() -> PageToken.read(token, "q")).isInstanceOf(InvalidFields.class);
  }
}
