package org.masterplan.platform.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.text.TextCatalogue;

/** Tells the caller what an import did, in the caller's language. */
public final class ImportResults {
  private static final TextCatalogue TEXTS = TextCatalogue.shared();
  private static final int SHOWN = 2;

  private ImportResults() {}

  /** The outcome as a message; values of the {@code personal} fields are masked. */
  public static ImportResult of(ImportOutcome outcome, Locale locale, Set<String> personal) {
    var result =
        ImportResult.newBuilder()
            .setImported(outcome.imported())
            .setUpdated(outcome.updated())
            .setUnchanged(outcome.unchanged())
            .setRejectedTotal(outcome.rejectedCount())
            .setImportId(outcome.importId());
    outcome.rejected().forEach(row -> result.addRejected(rejected(row, locale, personal)));
    outcome.known().forEach(row -> result.addKnownRows(known(row)));
    return result.build();
  }

  private static ImportResult.Known known(ImportOutcome.Known row) {
    return ImportResult.Known.newBuilder()
        .setLine(row.line())
        .setResource(row.resource())
        .setUpdated(row.updated())
        .setEarlierLine(row.earlierLine())
        .build();
  }

  /** One rejected row as a message. */
  public static ImportResult.Rejected rejected(Row.Bad row, Locale locale, Set<String> personal) {
    // A row that could not be read has no fields, so that nobody knows what is personal in it.
    boolean unread = row.values().isEmpty() && !personal.isEmpty();
    boolean masked = unread || personal.contains(row.field());
    var value = masked ? masked(row.value()) : row.value();
    var about = new HashMap<>(row.about());
    about.replaceAll((key, text) -> text.equals(row.value()) ? value : text);
    return ImportResult.Rejected.newBuilder()
        .setLine(row.line())
        .setField(row.field())
        .setValue(value)
        .setReason(TEXTS.say(locale, row.reason(), about))
        .build();
  }

  private static String masked(String value) {
    int shown = value.length() > SHOWN * 2 ? SHOWN : 0;
    return value.isEmpty() ? "" : value.substring(0, shown) + "***";
  }
}
