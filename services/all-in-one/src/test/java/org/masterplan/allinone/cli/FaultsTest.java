package org.masterplan.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.embeddedmongo.StoreOfOtherRelease;

@ResourceLock(Resources.LOCALE)
class FaultsTest {
  private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

  @AfterEach
  void speakAsBefore() {
    Phrases.speak(before);
  }

  @Test
  void storeOfAnotherRelease_isToldWithItsFolderAndWhatToDo() {
    var older = new IllegalStateException(new StoreOfOtherRelease(Path.of("plan"), 1, 2));
    var newer = new StoreOfOtherRelease(Path.of("plan"), 3, 2);

    Phrases.speak(Locale.ENGLISH);
    assertThat(Faults.judge(older).ending()).isEqualTo(Ending.UNREACHABLE);
    assertThat(Faults.judge(older).line())
        .startsWith("plan: the store was written by an older release, in format 1 (expected: 2); ")
        .contains("--data");
    assertThat(Faults.judge(newer).line()).contains("a newer release, in format 3");

    Phrases.speak(Locale.forLanguageTag("vi"));
    assertThat(Faults.judge(older).line())
        .startsWith("plan: kho dữ liệu do một bản phát hành cũ hơn ghi")
        .contains("--data");
  }

  @Test
  void memoryThatRanOut_isToldWithWhatWasAllowed_andNoReport() {
    var inAThread = new IllegalStateException("a thread failed", new OutOfMemoryError("heap"));

    Phrases.speak(Locale.ENGLISH);
    assertThat(Faults.judge(inAThread).ending()).isEqualTo(Ending.FAULT);
    assertThat(Faults.judge(inAThread).line())
        .startsWith("memory ran out: ")
        .contains(" MiB were allowed", "-Xmx");
    Phrases.speak(Locale.forLanguageTag("vi"));
    assertThat(Faults.judge(inAThread).line()).startsWith("hết bộ nhớ: ").contains("-Xmx");
  }

  @Test
  void whatTheMachineThrows_endsWith70AndALine_notWithATrace() {
    assertThat(ended(() -> deeper(0))).startsWith("70 error: a fault of the program; report ");
    assertThat(
            ended(
                () -> {
                  throw new OutOfMemoryError("heap");
                }))
        .startsWith("70 error: memory ran out: ");
    assertThat(ended(() -> 3)).isEqualTo("3 ");
  }

  private static int deeper(int depth) {
    return depth == Integer.MAX_VALUE ? 0 : deeper(depth + 1) + 1;
  }

  private static String ended(IntSupplier command) {
    Phrases.speak(Locale.ENGLISH);
    var errors = new StringWriter();
    var commands = CommandLines.of().setErr(new PrintWriter(errors, true));
    int ending = CommandLines.ended(commands, List.of("serve"), command);
    assertThat(errors.toString()).doesNotContain("\tat ").hasLineCount(ending == 3 ? 0 : 1);
    return ending + " " + errors;
  }
}
