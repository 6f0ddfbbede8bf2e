package org.masterplan.profiles.profile.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;

class MemberingTest {
  private static final Filter YOUNG =
      new Filter.Compare(CardFields.BIRTH_YEAR, Filter.Op.GE, new Value.Number(1990));

  private static final String FIELDS =
      "name, source, birth_year, gender, province, ward, district, city, country, occupation, "
          + "organisation, records, sources, has_phone, has_email, has_national_id, create_time";

  private final Membering membering = new Membering(new Known(), new InMemoryCards());

  /** One that says whom it holds, one that says nothing, one that says what nobody can read. */
  private static final class Known implements Segments {
    @Override
    public List<Segment> all() {
      return young();
    }

    private static List<Segment> young() {
      return List.of(new Segment("segments/young", YOUNG));
    }

    @Override
    public Map<String, String> unreadable() {
      return Map.of("segments/empty", "", "segments/odd", "shoe_size > 40");
    }
  }

  private static Filter segment(Filter.Op op, Value value) {
    return new Filter.Compare(CardFields.SEGMENT, op, value);
  }

  private static Filter segment(String name) {
    return segment(Filter.Op.EQ, new Value.Text("segments/" + name));
  }

  @Test
  void expand_putsWhatTheSegmentIs_inItsPlace() {
    var not = segment(Filter.Op.NE, new Value.Text("segments/young"));

    assertThat(membering.expand(segment("young"))).isEqualTo(YOUNG);
    assertThat(membering.expand(not)).isEqualTo(new Filter.Not(YOUNG));
    assertThat(membering.expand(new Filter.Or(List.of(YOUNG, segment("young")))))
        .isEqualTo(new Filter.Or(List.of(YOUNG, YOUNG)));
  }

  @Test
  void expand_ofAnySegment_isWhoIsInOneOfThem() {
    var any = segment(Filter.Op.HAS, new Value.Present());

    var readable = new Membering(Known::young, new InMemoryCards());
    assertThat(readable.expand(any)).isEqualTo(new Filter.Or(List.of(YOUNG)));
    assertThat(readable.expand(new Filter.Not(any)))
        .isEqualTo(new Filter.Not(new Filter.Or(List.of(YOUNG))));
  }

  /** Its members would be listed as being in none. */
  @Test
  void expand_ofAnySegment_whereOneDoesNotSayWhomItHolds_isRefused_andNamesIt() {
    var any = segment(Filter.Op.HAS, new Value.Present());

    assertRefused(any, "SEGMENT_UNREADABLE", "segments/empty", FIELDS);
    assertRefused(new Filter.Not(any), "SEGMENT_UNREADABLE", "segments/empty", FIELDS);
  }

  @Test
  void expand_ofASegmentThatThereIsNot_namesFieldValueAndThoseThereAre() {
    assertRefused(segment("nobody"), "SEGMENT_UNKNOWN", "segments/nobody", "segments/young");
  }

  @Test
  void expand_ofASegmentThatDoesNotSayWhomItHolds_namesWhatItSays() {
    assertRefused(segment("empty"), "SEGMENT_UNREADABLE", "segments/empty", FIELDS);
    assertRefused(segment("odd"), "SEGMENT_UNREADABLE", "segments/odd", FIELDS);
    assertThatThrownBy(() -> membering.expand(segment("odd")))
        .asInstanceOf(type(InvalidFields.class))
        .satisfies(
            refused ->
                assertThat(refused.violations().getFirst().about())
                    .containsEntry("filter", "shoe_size > 40"));
  }

  private void assertRefused(Filter filter, String reason, String value, String expected) {
    assertThatThrownBy(() -> membering.expand(filter))
        .asInstanceOf(type(InvalidFields.class))
        .satisfies(
            refused -> {
              var violation = refused.violations().getFirst();
              assertThat(violation.reason()).isEqualTo(reason);
              assertThat(violation.about())
                  .containsEntry("field", "segment")
                  .containsEntry("value", value)
                  .containsEntry("expected", expected);
            });
  }

  @Test
  void expand_ofASegmentThatIsNotCompared_isRefused_andNotNobody() {
    for (var odd :
        List.of(
            segment(Filter.Op.GT, new Value.Text("segments/young")),
            segment(Filter.Op.LE, new Value.Text("segments/young")))) {
      assertThatThrownBy(() -> membering.expand(odd))
          .asInstanceOf(type(InvalidFields.class))
          .satisfies(
              refused ->
                  assertThat(refused.violations().getFirst().reason())
                      .isEqualTo("SEGMENT_COMPARED"));
    }
  }

  @Test
  void anyOf_refusesWhatItCannotTell_asWhatItIs() {
    assertThat(membering.anyOf(List.of())).isEqualTo(new Filter.All());
    assertThatThrownBy(() -> membering.anyOf(List.of("segments/nobody")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> membering.anyOf(List.of("segments/young", "segments/odd")))
        .isInstanceOf(InvalidFields.class);
  }
}
