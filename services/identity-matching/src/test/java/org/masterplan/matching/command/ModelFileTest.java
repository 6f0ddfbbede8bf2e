package org.masterplan.matching.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.engine.Learned;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings;
import org.masterplan.matching.explain.Crowd;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.Batch;
import org.masterplan.matching.table.Feature;
import org.masterplan.matching.table.Formats;
import org.masterplan.matching.table.Kind;

class ModelFileTest {
  private static final Resolution RUN = Resolver.resolve(Crowd.SCHEMA, Crowd.of(7, 150));

  @Test
  void read_ofWhatWasWritten_weighsEveryPairAsBefore() throws IOException {
    var learned = ModelFile.read(written());

    var again = Resolver.resolve(batch(Crowd.SCHEMA, Crowd.of(7, 150)), Settings.DEFAULT, learned);

    assertThat(again.weights()).isEqualTo(RUN.weights());
    assertThat(again.entities()).isEqualTo(RUN.entities());
    assertThat(again.model().prior()).isEqualTo(RUN.model().prior());
    var file = new StringBuilder();
    ModelFile.write(again, file);
    assertThat(file.toString().equals(written())).isTrue();
  }

  @Test
  void read_ofWhatWasWrittenUnderOtherNames_weighsEveryPairAsBefore_byTheseNamesAlone()
      throws IOException {
    var file = new StringBuilder();
    ModelFile.write(Learned.from(RUN).renamed(hash -> hash * 31 + 7), file);
    var learned = ModelFile.read(file.toString());

    var named = learned.named(hash -> hash * 31 + 7);

    var rows = batch(Crowd.SCHEMA, Crowd.of(7, 150));
    assertThat(Resolver.resolve(rows, Settings.DEFAULT, named).weights()).isEqualTo(RUN.weights());
    var again = batch(Crowd.SCHEMA, Crowd.of(7, 150));
    assertThat(Resolver.resolve(again, Settings.DEFAULT, learned).weights())
        .isNotEqualTo(RUN.weights());
  }

  @Test
  void read_ofAModelOfOneSurname_isRead() throws IOException {
    var rows = new ArrayList<RawRecord>();
    for (int n = 0; n < 79; n++) {
      var given = (n % 2 == 0 ? "Trần Văn A" : "Tran Văn B") + (char) ('a' + n % 20);
      rows.add(new RawRecord("s", "r" + n, List.of(given, "09" + (10_000_000 + n * 7919))));
    }
    var file = new StringBuilder();
    ModelFile.write(Resolver.resolve(Schema.of("fullName", "phone"), rows), file);

    assertThat(ModelFile.read(file.toString()).model().comparisons()).hasSize(4);
  }

  @Test
  void write_keepsNobodysData() throws IOException {
    for (var data : new String[] {"nguy", "nhung", "example.com", "Hà Nội"}) {
      assertThat(written().contains(data)).as(data).isFalse();
    }
  }

  @Test
  void read_ofAnotherVersion_isRefused() throws IOException {
    for (int version : new int[] {1, 2, 4}) {
      var other = written().replace("\"version\": 3", "\"version\": " + version);

      assertRefused(() -> ModelFile.read(other), "MODEL_VERSION");
    }
    assertRefused(() -> ModelFile.read("{}"), "MODEL_VERSION");
  }

  @Test
  void read_ofAnythingElse_isRefused() {
    for (var text : new String[] {"", "{", "[1,2", "hello", "\u0000", "{\"version\": 3}"}) {
      assertRefused(() -> ModelFile.read(text), "MODEL_DAMAGED");
    }
    assertRefused(() -> ModelFile.read("[".repeat(100_000)), "MODEL_DAMAGED");
  }

  @Test
  void read_ofADamagedFile_isRefusedOrReadsAsAModel() throws IOException {
    var random = new SplittableRandom(4);
    var whole = written();
    for (int n = 0; n < 300; n++) {
      var damaged = new StringBuilder(whole);
      int at = random.nextInt(whole.length() - 20);
      switch (n % 3) {
        case 0 -> damaged.setLength(at);
        case 1 -> damaged.setCharAt(at, (char) random.nextInt(0x2000));
        default -> damaged.delete(at, at + 1 + random.nextInt(19));
      }
      try {
        assertUsable(ModelFile.read(damaged.toString()).model());
      } catch (InvalidFields e) {
        assertThat(e.violations().getFirst().reason()).startsWith("MODEL_");
      }
    }
  }

  @Test
  void resolve_withTheModelOfOtherFields_isRefused() throws IOException {
    var learned = ModelFile.read(written());
    var other = Schema.of("fullName", "phone");

    assertRefused(
        () -> Resolver.resolve(batch(other, List.of()), Settings.DEFAULT, learned), "MODEL_FIELDS");
  }

  @Test
  void resolve_withTheModelOfAnotherKind_isRefusedByName() throws IOException {
    var learned = ModelFile.read(written());
    var comparisons = new ArrayList<>(learned.model().comparisons());
    var last = comparisons.removeLast();
    var feature = new Feature(last.feature().name(), Kind.TEXT, last.feature().role());
    comparisons.add(new Model.Comparison(feature, last.levels(), last.m(), last.u()));
    var other = new Learned(new Model(comparisons, learned.model().prior()), learned.frequencies());

    assertThatThrownBy(
            () -> Resolver.resolve(batch(Crowd.SCHEMA, List.of()), Settings.DEFAULT, other))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.violations().getFirst().toString())
                    .contains("MODEL_FIELDS", "city (text)", "city (place)"));
  }

  @Test
  void read_ofAShareOfNobody_isRefused() throws IOException {
    var nobody = written().replaceFirst("\"alone\": [^,]+,", "\"alone\": 0.0,");

    assertRefused(() -> ModelFile.read(nobody), "MODEL_DAMAGED");
  }

  private static Batch batch(Schema schema, List<RawRecord> rows) {
    var batch = new Batch(schema, Formats.NONE);
    rows.forEach(batch::add);
    return batch;
  }

  private static void assertRefused(ThrowingCallable call, String reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.violations().getFirst().reason()).isEqualTo(reason));
  }

  /** Every weight of it is a number: nothing else can be reckoned with. */
  private static void assertUsable(Model model) {
    assertThat(model.prior()).isBetween(Double.MIN_VALUE, 1.0);
    assertThat(model.comparisons()).isNotEmpty();
    for (var comparison : model.comparisons()) {
      assertThat(comparison.m()).hasSameSizeAs(comparison.u()).hasSize(comparison.levels().size());
      for (int level = 1; level <= comparison.levels().size(); level++) {
        assertThat(comparison.weight(level)).as(comparison.feature().name()).isFinite();
      }
    }
  }

  private static String written() throws IOException {
    var file = new StringBuilder();
    ModelFile.write(RUN, file);
    return file.toString();
  }
}
