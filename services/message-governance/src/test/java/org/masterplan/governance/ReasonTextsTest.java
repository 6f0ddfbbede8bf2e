package org.masterplan.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.domain.ContactLimits;
import org.masterplan.governance.contact.domain.ContactRules;
import org.masterplan.governance.contact.domain.KeyedDraw;
import org.masterplan.governance.message.domain.Collision;
import org.masterplan.governance.message.domain.MessageRule;
import org.masterplan.governance.message.domain.MessageRules;
import org.masterplan.governance.policy.domain.Policy;
import org.masterplan.platform.text.TextCatalogue;

class ReasonTextsTest {
  private static final Pattern REASON =
      Pattern.compile(
          "(?:WrongState|NotAllowed|NotFound|Unavailable|LimitReached|Violation)\\(\\s*\"([A-Z_]+)\""
              + "|InvalidFields\\s*\\.of\\(\\s*[^;]{1,80}?\"([A-Z][A-Z_]+)\"|\"([A-Z]+_AWAY)\"");

  @Test
  void everyReasonInTheSources_hasBothTexts() throws IOException {
    var reasons = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var found = REASON.matcher(Files.readString(file));
        while (found.find()) {
          Stream.of(1, 2, 3).map(found::group).filter(g -> g != null).forEach(reasons::add);
        }
      }
    }

    assertThat(reasons).hasSizeGreaterThan(12);
    assertThat(reasons).allSatisfy(r -> assertThat(TextCatalogue.shared().knows(r)).as(r).isTrue());
  }

  @Test
  void everyRuleAndCollision_hasBothTexts() {
    var contact =
        new ContactRules(ContactLimits.DEFAULTS, new KeyedDraw(new byte[] {7})).policies().stream();
    var message = MessageRules.all().stream().map(MessageRule::policy);
    var keys = Stream.concat(contact, message).map(Policy::textKey);
    var collisions = Stream.of(Collision.Reason.values()).map(r -> "COLLISION_" + r);

    assertThat(Stream.concat(keys, collisions))
        .allSatisfy(k -> assertThat(TextCatalogue.shared().knows(k)).as(k).isTrue());
  }

  @Test
  void aCollisionOfOnePerson_isNotToldOfOnePeople() {
    var one = Map.of("persons", "1", "title", "T");
    for (var reason : Collision.Reason.values()) {
      var text = TextCatalogue.shared().say(Locale.ENGLISH, "COLLISION_" + reason, one);

      assertThat(text).contains("people who would", ": 1.").doesNotContain("1 people");
    }
  }
}
