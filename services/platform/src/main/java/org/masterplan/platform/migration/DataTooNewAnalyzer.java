package org.masterplan.platform.migration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Refuses to start with one line instead of a stack trace. */
final class DataTooNewAnalyzer extends AbstractFailureAnalyzer<DataTooNew> {
  @Override
  protected FailureAnalysis analyze(Throwable root, DataTooNew cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
