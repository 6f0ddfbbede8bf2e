package org.masterplan.profiles.source.app;

import java.time.Clock;
import java.time.Instant;
import org.masterplan.kernel.ResourceName;

/**
 * Lets what is loaded through while its source takes rows. The source is marked from before it is
 * asked until the gate is closed, so that whoever means to close the source sees the one or is seen
 * by the other. A gate that is never closed is open for no longer than its mark stands.
 */
public final class Gate {
  private final SourceRegister register;
  private final PushMarks marks;
  private final Clock clock;
  private final ResourceName source;
  private final String load;
  private Instant stands = Instant.MIN;

  Gate(Loading.Marking with, ResourceName source, String load) {
    this.register = with.register();
    this.marks = with.marks();
    this.clock = with.clock();
    this.source = source;
    this.load = load;
  }

  /** Throws {@code WrongState} once the source takes no more rows. */
  public void pass() {
    var now = clock.instant();
    if (stands.isBefore(now.plus(PushMarks.STANDS.dividedBy(2)))) {
      // Known, so that no source is marked that is not there.
      register.get(source);
      stands = now.plus(PushMarks.STANDS);
      marks.set(new PushMarks.Mark(source.id(), load, stands));
    }
    register.get(source).requireLoadable();
  }

  /** Nothing more comes this way. */
  public void close() {
    if (!stands.equals(Instant.MIN)) {
      marks.remove(new PushMarks.Mark(source.id(), load, stands));
    }
  }
}
