package org.masterplan.profiles.identity.app;

import java.util.List;
import org.masterplan.profiles.identity.domain.Cause;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.Naming;

/** What would be decided, by the state at hand. */
record Proposal(Cause cause, Naming.Named named, List<Constraint> constraints, long model) {}
