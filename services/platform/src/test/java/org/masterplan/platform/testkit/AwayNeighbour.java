package org.masterplan.platform.testkit;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.platform.call.Caller;

/** A neighbour that is away, and remembers who would have asked it. */
public final class AwayNeighbour extends Channel {
  private final List<Actor> asked = new ArrayList<>();

  public List<Actor> asked() {
    return List.copyOf(asked);
  }

  @Override
  public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
    asked.add(Caller.current());
    throw Status.UNAVAILABLE.asRuntimeException();
  }

  @Override
  public String authority() {
    return "away";
  }
}
