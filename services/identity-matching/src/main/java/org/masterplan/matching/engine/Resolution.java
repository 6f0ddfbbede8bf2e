package org.masterplan.matching.engine;

import org.masterplan.matching.candidate.Candidates;
import org.masterplan.matching.model.Frequencies;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.table.Table;

/**
 * What a run found.
 *
 * @param weights log odds in bits of each candidate pair
 * @param entities the entity of each record: the number of its smallest record
 */
public record Resolution(
    Table table,
    Model model,
    Frequencies frequencies,
    Candidates.Found candidates,
    float[] weights,
    int[] entities) {}
