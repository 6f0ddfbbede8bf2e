package org.masterplan.profiles.profile.app;

class InMemoryCardsTest extends CardsContract {
  @Override
  protected Cards cards() {
    return new InMemoryCards();
  }
}
