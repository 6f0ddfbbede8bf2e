package org.masterplan.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Filter.And;
import org.masterplan.kernel.query.Filter.Compare;
import org.masterplan.kernel.query.Filter.Not;
import org.masterplan.kernel.query.Filter.Op;
import org.masterplan.kernel.query.Filter.Or;
import org.masterplan.kernel.query.Filter.Word;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;

class FilterParserTest {
  static final Field STATE = Field.exact("state");
  static final Field TITLE = Field.folded("title");
  static final Field MEMBERS = Field.number("member_count");
  static final Field OPEN = Field.bool("open");
  static final Field CREATED = Field.time("create_time");
  static final List<Field> FIELDS = List.of(STATE, TITLE, MEMBERS, OPEN, CREATED);

  @Test
  void parse_ofNothing_isEverything() {
    assertThat(parse("")).isEqualTo(new Filter.All());
    assertThat(parse("  \t ")).isEqualTo(new Filter.All());
  }

  @Test
  void parse_bindsOrTighterThanAnd() {
    assertThat(parse("a AND b OR c AND d"))
        .isEqualTo(
            new And(
                List.of(
                    new Word("a"), new Or(List.of(new Word("b"), new Word("c"))), new Word("d"))));
  }

  @Test
  void parse_joinsWordsSideBySideByAnd() {
    assertThat(parse("mẹ BỈM -\"chợ cũ\""))
        .isEqualTo(new And(List.of(new Word("me"), new Word("bim"), new Not(new Word("cho cu")))));
  }

  @Test
  void parse_keepsTheOrderOfParenthesesAndNot() {
    assertThat(parse("NOT (state=LIVE AND a) OR b"))
        .isEqualTo(
            new Or(
                List.of(
                    new Not(new And(List.of(compare(STATE, Op.EQ, text("LIVE")), new Word("a")))),
                    new Word("b"))));
  }

  @Test
  void parse_readsValuesByTheirFieldsKind() {
    assertThat(parse("state != LIVE")).isEqualTo(compare(STATE, Op.NE, text("LIVE")));
    assertThat(parse("title:\"Bỉm  Sữa\"")).isEqualTo(compare(TITLE, Op.HAS, text("bim sua")));
    assertThat(parse("member_count>=-1.5e3"))
        .isEqualTo(compare(MEMBERS, Op.GE, new Value.Number(-1500)));
    assertThat(parse("open=true")).isEqualTo(compare(OPEN, Op.EQ, new Value.Bool(true)));
    assertThat(parse("create_time < 2026-01-02T00:00:00+07:00"))
        .isEqualTo(compare(CREATED, Op.LT, new Value.Time(Instant.parse("2026-01-01T17:00:00Z"))));
  }

  @Test
  void parse_takesANameInEitherSpelling() {
    assertThat(parse("memberCount=1")).isEqualTo(parse("member_count=1"));
  }

  @Test
  void parse_readsAStarAsPresence_unlessQuoted() {
    assertThat(parse("title:*")).isEqualTo(compare(TITLE, Op.HAS, new Value.Present()));
    assertThat(parse("title:\"*\"")).isEqualTo(compare(TITLE, Op.HAS, text("*")));
  }

  @Test
  void parse_sharesAComparisonOverAParenthesis() {
    assertThat(parse("state=(LIVE OR PAUSED) open=true"))
        .isEqualTo(
            new And(
                List.of(
                    new Or(
                        List.of(
                            compare(STATE, Op.EQ, text("LIVE")),
                            compare(STATE, Op.EQ, text("PAUSED")))),
                    compare(OPEN, Op.EQ, new Value.Bool(true)))));
  }

  @Test
  void parse_ofAnUnknownField_listsTheKnownOnes() {
    var refused = refusal("owner=x");

    assertThat(refused.reason()).isEqualTo("FIELD_UNKNOWN");
    assertThat(refused.about())
        .containsEntry("value", "owner")
        .containsEntry("known", "create_time, member_count, open, state, title");
  }

  @Test
  void parse_ofABrokenFilter_namesPositionAndToken() {
    assertRefused("state=", "FILTER_VALUE_EXPECTED", "7", "");
    assertRefused("a AND", "FILTER_TERM_EXPECTED", "6", "");
    assertRefused("a OR OR b", "FILTER_TERM_EXPECTED", "6", "OR");
    assertRefused("a b)", "FILTER_END_EXPECTED", "4", ")");
    assertThat(refusal("\"\u0301 \u0301\"").reason()).isEqualTo("FILTER_TERM_EXPECTED");
    assertRefused("a (b", "FILTER_PARENTHESIS_OPEN", "3", "(");
    assertRefused("title:\"b", "FILTER_QUOTE_OPEN", "7", "\"");
    assertRefused("a ! b", "FILTER_OPERATOR_EXPECTED", "3", "!");
    assertRefused("state == LIVE", "FILTER_VALUE_EXPECTED", "8", "=");
  }

  @Test
  void parse_ofAValueOfAnotherKind_namesFieldAndValue() {
    assertThat(refusal("member_count>many").reason()).isEqualTo("FILTER_NUMBER");
    assertThat(refusal("member_count>NaN").reason()).isEqualTo("FILTER_NUMBER");
    assertThat(refusal("open=yes").reason()).isEqualTo("FILTER_BOOLEAN");
    assertThat(refusal("open>true").reason()).isEqualTo("FILTER_BOOLEAN_ORDER");
    assertThat(refusal("create_time>2026-01-01").reason()).isEqualTo("FILTER_TIME");
    assertThat(refusal("open=yes").about()).containsEntry("field", "open");
  }

  @Test
  void parse_ofAnEndlessFilter_isRefusedBeforeTheStackIs() {
    assertThat(refusal("(".repeat(100)).reason()).isEqualTo("FILTER_TOO_DEEP");
    assertThat(refusal("a".repeat(4001)).reason()).isEqualTo("FILTER_TOO_LONG");
    assertThat(refusal("a".repeat(201)).reason()).isEqualTo("FILTER_WORD_TOO_LONG");
    assertThat(refusal("title:" + "a".repeat(201)).reason()).isEqualTo("FILTER_WORD_TOO_LONG");
  }

  @Property
  void parse_ofAnything_answersOrRefuses(
      @ForAll
          @Chars({' ', '(', ')', '"', '=', ':', '!', '<', '-', '*', '\\', 'N', 'O', 'T', 'R'})
          @CharRange(from = 'a', to = 'd')
          String text) {
    try {
      assertThat(parse(text)).isNotNull();
    } catch (InvalidFields refused) {
      assertThat(refused.violations()).isNotEmpty();
    }
  }

  private static Filter parse(String text) {
    return FilterParser.parse(text, FIELDS);
  }

  private static Violation refusal(String text) {
    return catchThrowableOfType(InvalidFields.class, () -> parse(text)).violations().getFirst();
  }

  private static void assertRefused(String text, String reason, String position, String found) {
    var refused = refusal(text);
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.about()).containsEntry("position", position).containsEntry("found", found);
  }

  private static Compare compare(Field field, Op op, Value value) {
    return new Compare(field, op, value);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  @Test
  void fieldOfFixedWords_isComparedWithThemAlone() {
    var words = Map.of("state", List.of("DRAFT", "LIVE"));

    assertThat(FilterParser.parse("state=LIVE", FIELDS, words)).isNotNull();
    assertThat(FilterParser.parse("state:(DRAFT OR LIVE)", FIELDS, words)).isNotNull();
    assertThat(FilterParser.parse("state:*", FIELDS, words)).isNotNull();
    for (var wrong : List.of("state=NOPE", "state=live", "NOT state=(LIVE OR NOPE)", "state:X")) {
      assertThatThrownBy(() -> FilterParser.parse(wrong, FIELDS, words))
          .as(wrong)
          .isInstanceOfSatisfying(
              InvalidFields.class,
              e -> {
                var violation = e.violations().getFirst();
                assertThat(violation.field()).isEqualTo("filter");
                assertThat(violation.reason()).isEqualTo("FILTER_WORD");
                assertThat(violation.about())
                    .containsEntry("field", "state")
                    .containsEntry("expected", "DRAFT, LIVE");
              });
    }
  }

  @Test
  void fieldOfNames_isComparedWithNamesOfItsCollectionAlone() {
    var fields = List.of(Field.named("owner", "employees"), STATE);

    for (var right :
        List.of(
            "owner=employees/lan",
            "owner != \"employees/nobody-of-that-name\"",
            "owner=(employees/a OR employees/b)",
            "owner:*",
            "owner:lan",
            "owner = \"\"",
            "state=lan")) {
      assertThat(FilterParser.parse(right, fields)).as(right).isNotNull();
    }
    for (var wrong :
        List.of(
            "owner=lan",
            "owner=employee/lan",
            "NOT owner=(employees/a OR b)",
            "owner=employees/")) {
      var refused =
          catchThrowableOfType(InvalidFields.class, () -> FilterParser.parse(wrong, fields));
      var violation = refused.violations().getFirst();
      assertThat(violation.field()).isEqualTo("filter");
      assertThat(violation.reason()).isEqualTo("FILTER_NAME");
      assertThat(violation.about())
          .as(wrong)
          .containsEntry("field", "owner")
          .containsEntry("expected", "employees/{id}");
    }
  }
}
