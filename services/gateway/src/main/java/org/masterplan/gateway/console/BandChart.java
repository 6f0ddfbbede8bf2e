package org.masterplan.gateway.console;

import java.util.List;
import org.masterplan.profiles.v1.MatchModel;

/** What stewards say of pairs, by how far the model believes in them. */
public final class BandChart {
  private BandChart() {}

  /**
   * One band of belief.
   *
   * @param joined whether the model joins two records of it
   * @param asked whether stewards are asked about pairs of it
   */
  public record Band(
      double low,
      double high,
      boolean joined,
      boolean asked,
      long same,
      long different,
      long cannot) {
    /** Pairs that were judged, one way or the other. */
    public long judged() {
      return same + different;
    }

    /** The share of them that stewards call one person. */
    public double share() {
      return judged() == 0 ? 0 : same / (double) judged();
    }
  }

  static List<Band> of(MatchModel model) {
    return model.getBandsList().stream()
        .map(
            band ->
                new Band(
                    band.getLow(),
                    band.getHigh(),
                    band.getLow() >= model.getJoinProbability(),
                    band.getLow() >= model.getAskFrom() && band.getHigh() <= model.getAskTo(),
                    band.getSame(),
                    band.getDifferent(),
                    band.getCannotTell()))
        .toList();
  }
}
