package org.masterplan.profiles.census.estimate;

import java.util.List;
import org.masterplan.matching.quality.CustomerSample;
import org.masterplan.matching.quality.LabelledCustomers;
import org.masterplan.profiles.census.app.HeadEstimator;

/** As the matching library tells the number of customers of a sample of its entities. */
public final class StratifiedHeads implements HeadEstimator {
  @Override
  public Heads heads(List<Stratum> strata, long most) {
    var labelled = new LabelledCustomers((int) Math.min(Integer.MAX_VALUE, most));
    for (var each : strata) {
      // Profiles may have come to another size between counting and looking.
      long all = Math.max(each.profiles(), each.said().size());
      var stratum = new CustomerSample.Stratum(each.name(), (int) Math.min(Integer.MAX_VALUE, all));
      if (each.said().isEmpty()) {
        labelled.add(stratum);
      }
      each.said().forEach(elsewhere -> labelled.add(stratum, elsewhere));
    }
    var customers = labelled.answer().customers();
    return new Heads(customers.value(), customers.low(), customers.high());
  }
}
