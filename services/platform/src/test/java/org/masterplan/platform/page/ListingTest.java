package org.masterplan.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.registry.v1.Community;

class ListingTest {
  static final Field STATE = Field.exact("state");
  static final Field OWNER = Field.exact("owner");

  Listing listing =
      Listing.of("ListCommunities", List.of(STATE, OWNER), List.of(), new Order(STATE, false))
          .of(Community.getDescriptor());

  @Test
  void enumerations_takeTheirDeclaredWordsAlone_andOtherFieldsAnyText() {
    assertThat(listing.words()).containsOnlyKeys("state");
    assertThat(listing.words().get("state"))
        .contains("DRAFT", "LIVE")
        .doesNotContain("STATE_UNSPECIFIED");
    assertThat(Paging.query(asked("state=LIVE owner=NOPE"), listing).filter()).isNotNull();
    assertThatThrownBy(() -> Paging.query(asked("state=NOPE"), listing))
        .isInstanceOf(InvalidFields.class);
  }

  private static ListRequest asked(String filter) {
    return new ListRequest(0, "", filter, "");
  }
}
