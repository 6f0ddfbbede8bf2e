package org.masterplan.listening.app;

import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Feedback;
import org.masterplan.listening.domain.Idea;
import org.masterplan.listening.domain.Incident;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Talk;

class InMemoryResourcesTest extends ResourcesContract {
  @Override
  protected Resources<Mention> mentions() {
    return new InMemoryResources<>(Listed.MENTIONS);
  }

  @Override
  protected Resources<ComplaintCase> cases() {
    return new InMemoryResources<>(Listed.CASES);
  }

  @Override
  protected Resources<Idea> ideas() {
    return new InMemoryResources<>(Listed.IDEAS);
  }

  @Override
  protected Resources<Incident> incidents() {
    return new InMemoryResources<>(Listed.INCIDENTS);
  }

  @Override
  protected Resources<Talk> threads() {
    return new InMemoryResources<>(Listed.THREADS);
  }

  @Override
  protected Resources<Feedback> feedback() {
    return new InMemoryResources<>(Listed.FEEDBACK);
  }

  @Override
  protected Votes votes() {
    return new InMemoryVotes();
  }

  @Override
  protected Claims claims() {
    return new InMemoryClaims();
  }
}
