package org.masterplan.governance.message.app;

import org.masterplan.governance.message.domain.Message;

/** A message as stored, with the revision that its etag stands for. */
public record Versioned(Message message, long revision) {}
