package org.masterplan.platform.call;

import io.grpc.Context;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.masterplan.kernel.actor.Actor;

/**
 * Who is behind the running call. Set once where the call enters, read anywhere below, and sent
 * along with every call that leaves.
 *
 * @param actor who acts
 * @param locale the language for people, English or Vietnamese
 * @param token the token as received, to be forwarded; empty for background work
 */
public record Caller(Actor actor, Locale locale, String token) {
  /** The locales that the plan speaks. */
  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  static final Context.Key<Caller> KEY = Context.key("masterplan-caller");
  private static final Caller NOBODY =
      new Caller(new Actor("nobody", Set.of(), Set.of(), ""), Locale.ENGLISH, "");

  /** The actor of the running call; somebody without any role outside a call. */
  public static Actor current() {
    return here().actor();
  }

  /** The language of the running call; English outside a call. */
  public static Locale language() {
    return here().locale();
  }

  static Caller here() {
    var caller = KEY.get();
    return caller == null ? NOBODY : caller;
  }

  /** Runs background work as the named service; calls that leave carry the service's identity. */
  public static void runAsService(String service, Runnable work) {
    asService(service).run(work);
  }

  /** As {@link #runAsService}, with a result. */
  public static <T> T callAsService(String service, Supplier<T> work) {
    var context = asService(service);
    var before = context.attach();
    try {
      return work.get();
    } finally {
      context.detach(before);
    }
  }

  /** A context in which this caller is current, for tests and for work that changes threads. */
  public Context context() {
    return Context.current().withValue(KEY, this);
  }

  private static Context asService(String service) {
    // ROOT: background work outlives the call that may have started it.
    return Context.ROOT.withValue(KEY, new Caller(Actor.service(service), Locale.ENGLISH, ""));
  }
}
