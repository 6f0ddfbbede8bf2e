package org.masterplan.profiles.source.app;

import java.util.Map;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.WrongState;

/** Whether rows are coming into a source, or came so lately that they are not counted yet. */
public final class UnderWay {
  private final PushMarks marks;

  public UnderWay(PushMarks marks) {
    this.marks = marks;
  }

  public boolean is(ResourceName source) {
    return marks.all().stream().anyMatch(mark -> mark.source().equals(source.id()));
  }

  /** Throws {@link WrongState}, with that reason, if they are. */
  public void refuse(ResourceName source, String reason) {
    if (is(source)) {
      throw new WrongState(reason, Map.of("name", source.toString()));
    }
  }
}
