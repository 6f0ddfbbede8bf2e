package org.masterplan.profiles.identity.engine;

import java.time.InstantSource;
import java.util.List;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.Learner;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.app.Weights;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;

/** Learns on request; holds all records a second time while it tells what would follow. */
public final class EngineLearner implements Learner {
  private final Lessons lessons;
  private final InstantSource clock;

  EngineLearner(People people, InstantSource clock) {
    this(new Lessons(people), clock);
  }

  public EngineLearner(Lessons lessons, InstantSource clock) {
    this.lessons = lessons;
    this.clock = clock;
  }

  @Override
  public KeptModel learn(LongSet records, long number) {
    return lessons.learn(records::contains, number, clock.instant());
  }

  @Override
  public Weights weights(KeptModel model) {
    return Lessons.weights(model);
  }

  @Override
  public List<LongSet> persons(KeptModel model, LongSet records, Constraints constraints) {
    var standing = lessons.apply(model, records::contains);
    return new Grouping(standing, records, constraints).persons();
  }
}
