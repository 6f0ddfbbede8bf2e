package org.masterplan.kernel.refusal;

import java.util.Map;
import java.util.TreeMap;

/**
 * Why the plan refused a request. Sealed, so that the one place that turns a refusal into a status
 * is checked by the compiler when a new kind appears.
 *
 * <p>A refusal carries no sentence of its own: {@link #reason()} names a text in the module's
 * {@code META-INF/masterplan/texts_en.properties} and {@code texts_vi.properties}, and {@link
 * #about()} fills its {@code {placeholders}}. Neither may hold personal data, because both reach
 * logs.
 */
public abstract sealed class Refusal extends RuntimeException
    permits AlreadyExists,
        InvalidFields,
        LimitReached,
        NotAllowed,
        NotFound,
        Stale,
        Unavailable,
        WrongState {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient Map<String, String> about;

  Refusal(String reason, Map<String, String> about) {
    super(reason + " " + new TreeMap<>(about), null, false, true);
    this.reason = reason;
    this.about = Map.copyOf(about);
  }

  /** UPPER_SNAKE name of the reason, stable for programs, for example {@code OWNER_DEPARTED}. */
  public final String reason() {
    return reason;
  }

  /** Every value that the text mentions, by placeholder (AIP-193 metadata). */
  public final Map<String, String> about() {
    return about;
  }
}
