package org.masterplan.profiles.profile.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.platform.query.FilterParser;
import org.masterplan.profiles.profile.app.CardFields;

class CardFiltersTest {
  private static final Filter RANGE =
      FilterParser.parse("birth_year >= 1990 birth_year < 1993 ngu", CardFields.ALL);

  @Test
  void listedByTime_looksUpEachYearOfARange() {
    assertThat(parts(CardFilters.listedByTime(RANGE)))
        .contains(new Filter.Or(List.of(year(1990), year(1991), year(1992))));
  }

  /** A count, or another order, gains nothing from two hundred look-ups. */
  @Test
  void live_leavesARangeOfYearsARange() {
    assertThat(CardFilters.live(RANGE).toString()).doesNotContain("Or[");
    assertThat(CardFilters.listedByTime(FilterParser.parse("ngu", CardFields.ALL)).toString())
        .doesNotContain("Or[");
  }

  @Test
  void live_ofALongWord_looksUpItsBeginning_andComparesTheRest() {
    var filter = CardFilters.live(new Filter.Word("christopherson"));

    assertThat(filter.toString()).contains("Text[text= christop]", "Beginning[folded= christop");
  }

  private static List<Filter> parts(Filter filter) {
    return filter instanceof Filter.And(var parts) ? parts : List.of();
  }

  private static Filter year(int year) {
    return new Filter.Compare(CardFields.BIRTH_YEAR, Filter.Op.EQ, new Value.Number(year));
  }
}
