package org.masterplan.allinone.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.allinone.rest.Refused;
import org.masterplan.embeddedmongo.StoreDamaged;
import org.masterplan.embeddedmongo.StoreInUse;
import org.masterplan.embeddedmongo.StoreOfOtherRelease;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.platform.text.TextCatalogue;
import org.springframework.boot.web.server.PortInUseException;

/** What a failure means to the one who typed: a line and an exit code. */
final class Faults {
  private Faults() {}

  /**
   * What is printed, and how the process ends.
   *
   * @param ending the exit code
   */
  record Verdict(int ending, String line) {
    /** The same for programs. */
    JsonObject json() {
      var error = new JsonObject();
      error.addProperty("code", ending);
      error.addProperty("message", line);
      var told = new JsonObject();
      told.add("error", error);
      return told;
    }
  }

  static Verdict judge(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .flatMap(Faults::known)
        .findFirst()
        .orElseGet(() -> unknown(thrown));
  }

  private static Stream<Verdict> known(Throwable thrown) {
    return switch (thrown) {
      case Trouble t -> verdict(t.ending(), t);
      case StoreInUse t -> store("store.inUse", t);
      case StoreDamaged t -> store("store.damaged", t);
      case StoreOfOtherRelease t -> Stream.of(new Verdict(Ending.UNREACHABLE, words(t)));
      case Refusal t -> Stream.of(new Verdict(Ending.BAD_USAGE, words(t)));
      case PortInUseException t ->
          Stream.of(
              new Verdict(
                  Ending.UNREACHABLE, Phrases.say("port.taken", Map.of("port", t.getPort()))));
      case ConnectException _ ->
          Stream.of(new Verdict(Ending.UNREACHABLE, Phrases.say("nobody.answers")));
      case OutOfMemoryError _ -> Stream.of(outOfMemory());
      case Refused t -> verdict(t.status() >= 500 ? Ending.UNREACHABLE : Ending.BAD_USAGE, t);
      default -> Stream.empty();
    };
  }

  /** Nobody's fault but the data's size; a trace would tell where it ran out, not why. */
  private static Verdict outOfMemory() {
    long most = Runtime.getRuntime().maxMemory() >> 20;
    return new Verdict(Ending.FAULT, Phrases.say("fault.memory", Map.of("memory", most)));
  }

  /** What a refusal says, in the language that is spoken. */
  static String words(Refusal refusal) {
    var texts = TextCatalogue.shared();
    var locale = Phrases.spoken();
    return refusal instanceof InvalidFields invalid
        ? invalid.violations().stream()
            .map(v -> v.field() + ": " + texts.say(locale, v.reason(), v.about()))
            .collect(Collectors.joining("; "))
        : texts.say(locale, refusal.reason(), refusal.about());
  }

  private static String words(StoreOfOtherRelease thrown) {
    return Phrases.say(
        thrown.isOlder() ? "store.older" : "store.newer",
        Map.of(
            "folder", thrown.folder(),
            "format", thrown.format(),
            "expected", thrown.expected()));
  }

  private static Stream<Verdict> store(String phrase, Throwable thrown) {
    var line = Phrases.say(phrase, Map.of("detail", String.valueOf(thrown.getMessage())));
    return Stream.of(new Verdict(Ending.UNREACHABLE, line));
  }

  private static Stream<Verdict> verdict(int ending, Throwable thrown) {
    return Stream.of(new Verdict(ending, String.valueOf(thrown.getMessage())));
  }

  /** A fault of ours: the trace goes to a file that can be sent, not to the screen. */
  private static Verdict unknown(Throwable thrown) {
    var trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    try {
      var report = Files.createTempFile("masterplan-fault-", ".txt");
      Files.writeString(report, trace.toString(), StandardCharsets.UTF_8);
      return new Verdict(Ending.FAULT, Phrases.say("fault.report", Map.of("file", report)));
    } catch (IOException _) {
      return new Verdict(
          Ending.FAULT,
          Phrases.say("fault.plain", Map.of("kind", thrown.getClass().getSimpleName())));
    }
  }
}
