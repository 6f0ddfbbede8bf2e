package org.masterplan.profiles.dealing.app;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.Money;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Dates;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.dealing.domain.Dealing;

/** One row of a file of dealings, read; whose it is, is found out elsewhere. */
sealed interface DealingRow {
  /** The row says this. {@code unique} is its own id; empty if it has none. */
  record Said(Row.Good row, String unique, Instant time, Dealing.Deed deed) implements DealingRow {
    /** The id of that deed of somebody, as the row names them. */
    String id(String named, Dealing.Deed done) {
      var what =
          switch (done) {
            case Dealing.Deed.Order _ -> "order";
            case Dealing.Deed.Rating _ -> "rating";
            case Dealing.Deed.Act(var community, var kind) -> community + "|" + kind;
          };
      // What was done in a community at one time by one person is one thing.
      return String.join("|", what, named, unique.isEmpty() ? time.toString() : unique);
    }
  }

  /** The row cannot be taken. */
  record Refused(Row.Bad row) implements DealingRow {}

  /** Who reads when. */
  record Reader(Instant now) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final double USUAL_SCALE = 5;
    private static final int LONGEST_ID = 200;
    private static final String COMMUNITY = "community";
    private static final String COMMUNITIES = "communities/";

    DealingRow read(Row.Good row) {
      var time = Dates.time(row.value("time"), ZONE);
      if (time.isEmpty()) {
        return new Refused(row.refused("time", "CONSENT_TIME", Map.of()));
      }
      if (time.get().isAfter(now)) {
        return new Refused(
            row.refused("time", "CONSENT_TIME_FUTURE", Map.of("now", now.toString())));
      }
      if (row.value("id").length() > LONGEST_ID) {
        return refused(row, "id");
      }
      if (row.has("amount")) {
        return order(row, time.get());
      }
      if (row.has("score")) {
        return rating(row, time.get());
      }
      return row.has(COMMUNITY) ? act(row, time.get()) : refused(row, "amount");
    }

    private static DealingRow order(Row.Good row, Instant time) {
      if (!row.has("id")) {
        return refused(row, "id");
      }
      try {
        var code = row.has("currency") ? row.value("currency").toUpperCase(Locale.ROOT) : "VND";
        var currency = Currency.getInstance(code);
        var amount = new BigDecimal(row.value("amount"));
        long minor = amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
        return minor < 0
            ? refused(row, "amount")
            : said(row, time, new Dealing.Deed.Order(new Money(minor, currency)));
      } catch (NumberFormatException | ArithmeticException _) {
        return refused(row, "amount");
      } catch (IllegalArgumentException _) {
        return refused(row, "currency");
      }
    }

    private static DealingRow rating(Row.Good row, Instant time) {
      var score = number(row.value("score"));
      var scale = row.has("scale") ? number(row.value("scale")) : Optional.of(USUAL_SCALE);
      if (scale.isEmpty() || scale.get() <= 0) {
        return refused(row, "scale");
      }
      if (!row.has("id")) {
        return refused(row, "id");
      }
      if (score.isEmpty() || score.get() < 0 || score.get() > scale.get()) {
        return refused(row, "score");
      }
      return said(row, time, new Dealing.Deed.Rating(score.get() / scale.get()));
    }

    private static DealingRow act(Row.Good row, Instant time) {
      var named = row.value(COMMUNITY);
      var full = named.startsWith(COMMUNITIES) ? named : COMMUNITIES + named;
      try {
        var community = ResourceName.parse(COMMUNITY, "communities", full).toString();
        return said(row, time, new Dealing.Deed.Act(community, kind(row)));
      } catch (InvalidFields malformed) {
        return new Refused(row.refused(malformed));
      }
    }

    private static Dealing.Kind kind(Row.Good row) {
      return switch (row.value("kind").toUpperCase(Locale.ROOT)) {
        case "EVENT" -> Dealing.Kind.EVENT;
        case "REPLY", "REACTION", "LIKE" -> Dealing.Kind.GIVEN;
        default -> row.has("in_reply_to") ? Dealing.Kind.GIVEN : Dealing.Kind.POST;
      };
    }

    private static Said said(Row.Good row, Instant time, Dealing.Deed deed) {
      return new Said(row, row.value("id"), time, deed);
    }

    private static Optional<Double> number(String text) {
      try {
        var number = Double.parseDouble(text.replace(',', '.'));
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
      } catch (NumberFormatException _) {
        return Optional.empty();
      }
    }

    private static Refused refused(Row.Good row, String field) {
      return new Refused(row.refused(field, "DEALING_FIELD", Map.of()));
    }
  }
}
