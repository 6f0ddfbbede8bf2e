package org.masterplan.demo;

import static org.masterplan.demo.Resources.cell;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One of the 180 communities: what the company's sheet says, and the truth.
 *
 * @param twin the community it shares members with, or empty
 * @param overlap share of its members that it has from its twin; below 0 = none at all
 * @param planted the fault or near miss it stands for, or empty
 */
record Community(
    int number,
    Map<String, String> sheet,
    Standing standing,
    double weight,
    String twin,
    double overlap,
    String planted) {

  private static final List<String> SHEET =
      List.of(
          "unit",
          "kind",
          "mode",
          "segments",
          "lines",
          "owner",
          "deputy",
          "sponsor",
          "purpose",
          "objective",
          "corp",
          "gain",
          "benefit",
          "data",
          "exit",
          "declared",
          "created",
          "review");

  static final List<String> HEADER =
      List.of(
          "community",
          "name",
          "link",
          "platform",
          "unit",
          "kind",
          "mode",
          "segments",
          "product_lines",
          "owner",
          "deputy",
          "sponsor",
          "purpose",
          "objective",
          "corporate_objective",
          "expected_gain",
          "member_benefit",
          "data_collected",
          "exit_plan",
          "declared_members",
          "created",
          "last_review");

  static List<Community> all() {
    List<Map<String, String>> rows = Resources.table("communities.tsv", "\t");
    return IntStream.range(0, rows.size()).mapToObj(i -> of(i, rows.get(i))).toList();
  }

  private static Community of(int number, Map<String, String> row) {
    return new Community(
        number,
        row,
        Standing.valueOf(cell(row, "standing")),
        Double.parseDouble(cell(row, "weight")),
        cell(row, "twin").replace("-", "").isEmpty() ? "" : cell(row, "twin"),
        Double.parseDouble(cell(row, "overlap")),
        cell(row, "planted").equals("-") ? "" : cell(row, "planted"));
  }

  String id() {
    return text("id");
  }

  String text(String column) {
    return cell(sheet, column);
  }

  String platform() {
    return text("platform");
  }

  /** Everyone planted to be counted exactly is known by a record and has not left. */
  boolean countedExactly() {
    return planted.contains("collision") || planted.contains("twin") || planted.startsWith("apart");
  }

  List<String> cells(LocalDate now) {
    List<String> cells = new java.util.ArrayList<>(List.of(id(), text("name"), link(), platform()));
    SHEET.forEach(column -> cells.add(Output.dated(text(column), now)));
    return cells;
  }

  private String link() {
    String slug = People.ascii(text("name")).replaceAll("[^a-z0-9]", "") + "-" + (number + 1);
    return switch (platform()) {
      case "FACEBOOK" -> "https://facebook.example/" + slug;
      case "ZALO" -> "https://zalo.example/" + slug;
      case "TIKTOK" -> "https://tiktok.example/@" + slug;
      case "YOUTUBE" -> "https://youtube.example/@" + slug;
      default -> "https://" + slug + ".vidu.example/";
    };
  }
}
