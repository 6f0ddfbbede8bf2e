package org.masterplan.matching.model;

/** Why a pair cannot be one person, or may not weigh all that it does. */
public enum Objection {
  TWO_IDS("two different CCCD"),
  ID_AGAINST_YEAR("CCCD against birth year"),
  ID_AGAINST_SEX("CCCD against sex"),
  NAMESAKES("nothing but name and year agree"),
  RELATIVES("another given name, as in a family"),
  TWO_BIRTHS("two birth dates that contradict");

  private final String words;

  Objection(String words) {
    this.words = words;
  }

  /** What it is called in explanations, which programs read too. */
  public String words() {
    return words;
  }
}
