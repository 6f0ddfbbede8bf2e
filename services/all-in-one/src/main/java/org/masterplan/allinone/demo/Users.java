package org.masterplan.allinone.demo;

import java.io.IOException;
import java.net.URI;
import org.masterplan.allinone.rest.PlanApi;

/**
 * Who loads what, each with their own rights.
 *
 * @param cmo the office that keeps the plan
 * @param second of the same office: nobody approves what they submitted
 * @param data the data team
 */
record Users(PlanApi cmo, PlanApi second, PlanApi data) {
  static Users at(URI address) throws IOException {
    return new Users(
        PlanApi.asDemoUser(address, "cmo"),
        PlanApi.asDemoUser(address, "cmo-2"),
        PlanApi.asDemoUser(address, "data"));
  }
}
