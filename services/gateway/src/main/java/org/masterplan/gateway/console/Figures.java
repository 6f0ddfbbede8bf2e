package org.masterplan.gateway.console;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How numbers and times are written on a page: by the page's language and the installation's zone.
 *
 * @param locale the page's language
 * @param zone the installation's zone
 */
public record Figures(Locale locale, ZoneId zone) {
  private static final double HUNDRED = 100.0;

  /** A whole number with its groups, for example 12,840 or 12.840. */
  public String number(long value) {
    return NumberFormat.getIntegerInstance(region()).format(value);
  }

  /** A number with at most two places. */
  public String decimal(double value) {
    var format = NumberFormat.getNumberInstance(region());
    format.setMaximumFractionDigits(2);
    return format.format(value);
  }

  /**
   * An amount with its currency, for example 1,250,000 VND; parts of a unit only if there are any.
   */
  public String money(Money amount) {
    var format = NumberFormat.getNumberInstance(region());
    format.setMaximumFractionDigits(2);
    var exact = BigDecimal.valueOf(amount.getUnits()).add(BigDecimal.valueOf(amount.getNanos(), 9));
    return format.format(exact) + "\u00a0" + amount.getCurrencyCode();
  }

  /** A share, for example 87 %. */
  public String percent(double share) {
    return Math.round(share * HUNDRED) + "\u00a0%";
  }

  /** A share of which the small ones count as well, for example 0.04 %. */
  public String share(double share) {
    var format = NumberFormat.getNumberInstance(region());
    format.setMaximumFractionDigits(share < 0.01 ? 4 : 1);
    return format.format(share * HUNDRED) + "\u00a0%";
  }

  /** A moment to the minute, for example 21 Nov 2026, 08:00. */
  public String time(Timestamp moment) {
    return time(Instant.ofEpochSecond(moment.getSeconds(), moment.getNanos()));
  }

  /** A moment to the minute. */
  public String time(Instant moment) {
    var pattern = vietnamese() ? "HH:mm, d/M/yyyy" : "d MMM yyyy, HH:mm";
    return DateTimeFormatter.ofPattern(pattern, region()).withZone(zone).format(moment);
  }

  /** A moment's day as addresses write it. */
  public String iso(Timestamp moment) {
    return Instant.ofEpochSecond(moment.getSeconds()).atZone(zone).toLocalDate().toString();
  }

  /** A moment's day. */
  public String day(Timestamp moment) {
    return date(Instant.ofEpochSecond(moment.getSeconds()).atZone(zone).toLocalDate());
  }

  /** A day, for example 21 Nov 2026 or 21/11/2026. */
  public String date(LocalDate day) {
    var pattern = vietnamese() ? "d/M/yyyy" : "d MMM yyyy";
    return DateTimeFormatter.ofPattern(pattern, region()).format(day);
  }

  /** A day written as {@code 2026-11-21}; anything else as it is. */
  public String date(String day) {
    return day.matches("\\d{4}-\\d{2}-\\d{2}") ? date(LocalDate.parse(day)) : day;
  }

  /** A moment's hour and minute. */
  public String hour(Timestamp moment) {
    var pattern = DateTimeFormatter.ofPattern("HH:mm", region()).withZone(zone);
    return pattern.format(Instant.ofEpochSecond(moment.getSeconds()));
  }

  /** The day of the week and of the month, for example Mon 16 Nov. */
  public String weekday(LocalDate day) {
    return DateTimeFormatter.ofPattern(vietnamese() ? "EEEE d/M" : "EEE d MMM", region())
        .format(day);
  }

  private boolean vietnamese() {
    return locale.getLanguage().equals("vi");
  }

  private Locale region() {
    return vietnamese() ? Locale.forLanguageTag("vi-VN") : Locale.UK;
  }
}
