package org.masterplan.profiles.review.domain;

/** Why two records are worth a look. */
public enum Kind {
  /** The learned weights are in doubt. */
  UNCERTAIN,
  /** One profile, and nothing links the two directly. */
  LOOSE,
  /** One profile, and yet what they say of the person contradicts. */
  CONTRADICTING,
  /** Two profiles that share a phone number or an e-mail address under other names. */
  SHARING,
  /** Two profiles of the same name and birth date that share no key. */
  NAMESAKES,
  /** Nothing in particular: drawn by chance. */
  DRAWN
}
