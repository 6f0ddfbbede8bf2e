package org.masterplan.matching.model;

import org.masterplan.matching.table.Kind;

/**
 * What is taken for granted of each kind of value until the data say otherwise: how probable each
 * level is among records of one person (m) and of two (u).
 *
 * <p>Chance agreement (u): names by the counted Vietnamese frequencies (two persons share a surname
 * with 13 %, a given name with 1 %); dates by arithmetic (60 years of 365 days; a tenth of that for
 * each digit that may slip); phones, e-mails and ids as unique among 100,000 and more persons; the
 * rest are round figures. Agreement of one person (m): round figures near what expectation
 * maximisation learned, without truth, on the published sets. They weigh as much as {@link
 * #UNRELATED} pairs and {@link #MATCHES} matches: a thousand records override them.
 */
final class Assumptions {
  /** Pairs that the chances below stand for: as many as 45 records have. */
  static final double UNRELATED = 1000;

  /** Matches that the shares below stand for. */
  static final double MATCHES = 20;

  /** One in a thousand random pairs of a small file is one person, as if so many had been seen. */
  static final double PRIOR_PAIRS = 1000;

  /** Persons outside the file who have numbers and addresses of their own. */
  private static final double OTHERS_WITH_NUMBERS = 20_000;

  /** Persons outside the file, of whom one in a hundred has any given name, place or job. */
  private static final double OTHERS = 50;

  private static final double ALIKE_AMONG_OTHERS = 0.01;

  private Assumptions() {}

  static double[] unrelated(Kind kind) {
    return switch (kind) {
      case GIVEN -> rest(.008, .004, .02, .01, .0005, .05);
      case MIDDLE -> rest(.02, .01, .015, .02, .0001, .035);
      case SURNAME -> rest(.07, .06, .006, .002, .0001, .016);
      case BIRTH -> rest(.00005, .0005, .015, .005, .15);
      case PHONE -> rest(.00001, .00001, .0003, .0005);
      case EMAIL -> rest(.00001, .00001, .0001, .0005);
      case ID -> rest(.000002, .00001, .0001);
      case CODE -> rest(.0001, .0001, .0001, .001);
      case POSTCODE -> rest(.002, .01, .05);
      case NUMBER -> rest(.01, .02, .02, .02);
      case GENDER -> rest(.5);
      case ADDRESS -> rest(.0003, .002, .01, .04);
      case PLACE -> rest(.06, .0005, .005, .03);
      case TEXT -> rest(.05, .005, .02, .03);
      case ORGANISATION -> rest(.005, .001, .01, .05);
    };
  }

  static double[] matches(Kind kind) {
    return switch (kind) {
      case GIVEN -> rest(.80, .10, .04, .02, .01, .01);
      case MIDDLE -> rest(.75, .10, .04, .05, .001, .01);
      case SURNAME -> rest(.80, .10, .04, .02, .001, .01);
      case BIRTH -> rest(.80, .05, .08, .03, .02);
      case PHONE -> rest(.75, .02, .03, .01);
      case EMAIL -> rest(.75, .03, .02, .02);
      case ID -> rest(.93, .03, .01);
      case CODE -> rest(.60, .15, .03, .02);
      case POSTCODE -> rest(.85, .05, .02);
      case NUMBER -> rest(.70, .03, .03, .02);
      case GENDER -> rest(.97);
      case ADDRESS -> rest(.70, .08, .05, .07);
      case PLACE -> rest(.85, .03, .01, .01);
      case TEXT -> rest(.50, .05, .05, .05);
      case ORGANISATION -> rest(.75, .05, .05, .05);
    };
  }

  /** A value's share among persons, of whom the file shows some. */
  static double share(Kind kind, double persons, double all) {
    return switch (kind) {
      case PHONE, EMAIL, ID, CODE -> persons / (all + OTHERS_WITH_NUMBERS);
      case GIVEN,
          MIDDLE,
          SURNAME,
          BIRTH,
          ADDRESS,
          PLACE,
          POSTCODE,
          ORGANISATION,
          NUMBER,
          TEXT,
          GENDER ->
          (persons + OTHERS * ALIKE_AMONG_OTHERS) / (all + OTHERS);
    };
  }

  /** These, and what is left for the worst level. */
  private static double[] rest(double... better) {
    var all = java.util.Arrays.copyOf(better, better.length + 1);
    all[better.length] = 1 - java.util.Arrays.stream(better).sum();
    return all;
  }
}
