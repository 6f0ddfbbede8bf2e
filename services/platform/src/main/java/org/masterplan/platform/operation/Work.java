package org.masterplan.platform.operation;

import com.google.protobuf.Message;
import java.util.Map;

/**
 * One kind of long-running work of a service. It may be interrupted at any point and begun again
 * with its last checkpoint, so its steps are idempotent.
 */
public interface Work {
  /** The kind, as operations of it are started with. */
  String kind();

  /** Whether this instance can do it: for example, whether the file is on this machine. */
  default boolean isHere(Map<String, String> payload) {
    return true;
  }

  /**
   * Name of the machine without which it cannot be done, because what it needs is stored there;
   * empty if any will do.
   */
  default String boundTo(Map<String, String> payload) {
    return "";
  }

  /** Name of the machine that this instance runs on; empty if the work is bound to none. */
  default String machine() {
    return "";
  }

  /** Does the work; what it returns is the operation's response. A refusal fails the operation. */
  Message run(Run run);
}
