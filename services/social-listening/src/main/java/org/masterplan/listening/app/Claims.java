package org.masterplan.listening.app;

/** Who said something first. Passes {@code ClaimsContract}. */
public interface Claims {
  /** The id that claimed the key first: {@code id} itself if nobody had. */
  String first(String key, String id);
}
