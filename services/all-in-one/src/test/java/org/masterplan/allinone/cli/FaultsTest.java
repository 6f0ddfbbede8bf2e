package org.masterplan.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
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
}
