package org.masterplan.platform.operation;

import java.util.Map;

/** A work being done. */
public interface Run {
  /** The operation's name. */
  String name();

  /** Who started it: the caller's subject. */
  String startedBy();

  /** What it was started with. */
  Map<String, String> payload();

  /** Where an earlier, interrupted run got to; empty at first. */
  Map<String, String> checkpoint();

  /** What an earlier, interrupted run had reported. */
  Progress progress();

  /** For the filter of writes that only one writer may do. */
  long fence();

  /**
   * Stores progress and checkpoint together. Throws, and the work must let it pass, if the
   * operation was cancelled or is done by another instance now.
   */
  void report(Progress progress, Map<String, String> checkpoint);
}
