package org.masterplan.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes what people bought and how content they said to be: of fewer than half of them, because a
 * company knows no more. Each is said by the person's own database.
 */
final class Dealings {
  private static final double BUYS = 0.45;
  private static final double RATES = 0.25;
  private static final int YEAR = 365;

  /** Within so many days of a year ago nothing happens: no clock of the day changes the truth. */
  private static final int AROUND_A_YEAR = 5;

  private final World world;
  private final Output output;
  private long rows;

  Dealings(World world, Output output) {
    this.world = world;
    this.output = output;
  }

  /** What a person's dealings of a year come to. */
  private static final class Sum {
    private int orders;
    private long spent;
    private int ratings;
    private int points;

    List<String> cells(String person) {
      String mean =
          ratings == 0 ? "" : String.format(Locale.ROOT, "%.4f", points / (5.0 * ratings));
      return List.of(
          person, Integer.toString(orders), Long.toString(spent), Integer.toString(ratings), mean);
    }
  }

  /** How many rows were written. */
  long write() throws IOException {
    try (Rows orders = csv("dealings/orders.csv", "id,time,source,record,amount,currency");
        Rows ratings = csv("dealings/ratings.csv", "id,time,source,record,score,scale");
        Rows truth = csv("truth/dealings.csv", "person,orders,spent,ratings,satisfaction")) {
      for (long person = 0; person < world.count(); person++) {
        Sum sum = new Sum();
        orders(person, orders, sum);
        ratings(person, ratings, sum);
        if (sum.orders + sum.ratings > 0) {
          truth.row(sum.cells("p-" + person));
        }
      }
    }
    return rows;
  }

  private Rows csv(String file, String columns) throws IOException {
    return Rows.csv(output.path(file), columns.split(","));
  }

  private void orders(long person, Rows into, Sum sum) throws IOException {
    Draw draw = Draw.of(world.seed(), "orders", person, 0);
    if (!draw.chance(BUYS)) {
      return;
    }
    int many = 1 + draw.poisson(0.7);
    for (int i = 0; i < many; i++) {
      int daysAgo = daysAgo(draw);
      double size = draw.unit();
      long amount = 1_000L * (40 + (long) (4_000 * size * size * size));
      List<String> cells = dealing("o", person, i, moment(draw, daysAgo));
      cells.addAll(List.of(Long.toString(amount), "VND"));
      into.row(cells);
      rows++;
      if (daysAgo < YEAR) {
        sum.orders++;
        sum.spent += amount;
      }
    }
  }

  private void ratings(long person, Rows into, Sum sum) throws IOException {
    Draw draw = Draw.of(world.seed(), "ratings", person, 0);
    if (!draw.chance(RATES)) {
      return;
    }
    int many = 1 + draw.poisson(0.3);
    for (int i = 0; i < many; i++) {
      int daysAgo = daysAgo(draw);
      int score = Math.max(draw.between(1, 5), draw.between(2, 5));
      List<String> cells = dealing("r", person, i, moment(draw, daysAgo));
      cells.addAll(List.of(Integer.toString(score), "5"));
      into.row(cells);
      rows++;
      if (daysAgo < YEAR) {
        sum.ratings++;
        sum.points += score;
      }
    }
  }

  private static int daysAgo(Draw draw) {
    int days = draw.between(1, 540);
    return Math.abs(days - YEAR) <= AROUND_A_YEAR ? days - 4 * AROUND_A_YEAR : days;
  }

  private String moment(Draw draw, int daysAgo) {
    LocalDate day = world.now().minusDays(daysAgo);
    return day.atTime(draw.between(1, 14), draw.below(60)).toInstant(ZoneOffset.UTC).toString();
  }

  private List<String> dealing(String letter, long person, int number, String time) {
    Source home = world.databases().home(person);
    String id = letter + "-" + person + "-" + number;
    return new ArrayList<>(List.of(id, time, home.id(), world.databases().record(home, person, 0)));
  }
}
