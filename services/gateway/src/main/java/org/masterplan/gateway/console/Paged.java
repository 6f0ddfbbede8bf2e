package org.masterplan.gateway.console;

import java.util.List;

/**
 * One page of a list that was read as a whole.
 *
 * @param rows of this page
 * @param number which page it is, from 1
 * @param pages how many there are, at least 1
 * @param total rows of all pages
 */
public record Paged<T>(List<T> rows, int number, int pages, int total) {
  private static final int SIZE = 25;

  public Paged {
    rows = List.copyOf(rows);
  }

  /** That page; the last one if there are not so many. */
  static <T> Paged<T> of(List<T> all, int wanted) {
    return of(all, wanted, SIZE);
  }

  /** The same, so many rows a page. */
  static <T> Paged<T> of(List<T> all, int wanted, int size) {
    int pages = Math.max(1, (all.size() + size - 1) / size);
    int number = Math.min(wanted, pages);
    int from = (number - 1) * size;
    var rows = all.subList(from, Math.min(all.size(), from + size));
    return new Paged<>(rows, number, pages, all.size());
  }

  /** The number of a page as an address has it; what means nothing is the first. */
  static int number(String text) {
    return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 1;
  }
}
