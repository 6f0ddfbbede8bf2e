package org.masterplan.profiles.identity.app;

/** Another instance has learned something newer: what is being decided is decided anew by it. */
final class Behind extends RuntimeException {
  private static final long serialVersionUID = 1;

  Behind() {
    super("behind", null, false, false);
  }
}
