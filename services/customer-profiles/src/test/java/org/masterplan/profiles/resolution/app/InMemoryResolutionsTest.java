package org.masterplan.profiles.resolution.app;

class InMemoryResolutionsTest extends ResolutionsContract {
  @Override
  protected Resolutions resolutions() {
    return new InMemoryResolutions();
  }
}
