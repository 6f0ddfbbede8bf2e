package org.masterplan.profiles.review.app;

class InMemorySearchesTest extends SearchesContract {
  @Override
  protected Searches searches() {
    return new InMemorySearches();
  }
}
