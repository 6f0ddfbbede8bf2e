package org.masterplan.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.refusal.InvalidFields;

class OrderParserTest {
  static final Field TITLE = Field.folded("title");
  static final Field CREATED = Field.time("create_time");
  static final List<Field> FIELDS = List.of(TITLE, CREATED);
  static final Order USUAL = new Order(CREATED, true);

  @Test
  void parse_readsFieldAndDirection() {
    assertThat(parse("")).isEqualTo(USUAL);
    assertThat(parse("title")).isEqualTo(new Order(TITLE, false));
    assertThat(parse(" createTime  desc ")).isEqualTo(new Order(CREATED, true));
    assertThat(parse("title asc")).isEqualTo(new Order(TITLE, false));
  }

  @Test
  void parse_ofSeveralFieldsOrAnUnknownOne_isRefused() {
    assertThatThrownBy(() -> parse("title, create_time")).isInstanceOf(InvalidFields.class);
    assertThatThrownBy(() -> parse("title downwards")).isInstanceOf(InvalidFields.class);
    assertThatThrownBy(() -> parse("owner")).hasMessageContaining("order_by");
  }

  private static Order parse(String text) {
    return OrderParser.parse(text, FIELDS, USUAL);
  }
}
