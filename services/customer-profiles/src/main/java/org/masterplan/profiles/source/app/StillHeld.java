package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.kernel.ResourceName;
import org.masterplan.profiles.source.domain.RecordName;

/** Notes which records a source still holds, where all that it holds is looked through. */
public final class StillHeld {
  private static final int BATCH = 500;

  private final SourceRegister register;
  private final Records records;

  public StillHeld(SourceRegister register, Records records) {
    this.register = register;
    this.records = records;
  }

  /** Begins to look through a source. */
  public Look look(ResourceName source, Instant began) {
    return new Look(source, began, Loading.asOf(register.get(source), began));
  }

  /** One look through a source. */
  public final class Look {
    private final ResourceName source;
    private final Instant began;
    private final Instant asOf;
    private final List<RecordName> there = new ArrayList<>(BATCH);

    private Look(ResourceName source, Instant began, Instant asOf) {
      this.source = source;
      this.began = began;
      this.asOf = asOf;
    }

    /** It is still there. */
    public void add(RecordName record) {
      there.add(record);
      if (there.size() == BATCH) {
        flush();
      }
    }

    /** Nothing was overlooked. */
    public void end() {
      flush();
      register.compared(source, began);
    }

    private void flush() {
      records.saidAgain(List.copyOf(there), asOf);
      there.clear();
    }
  }
}
