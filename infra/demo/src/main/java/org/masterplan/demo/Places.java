package org.masterplan.demo;

import static org.masterplan.demo.Resources.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Addresses in the 63 old provinces; streets and wards carry names that are common everywhere. */
final class Places {
  private static final Map<String, Double> LARGE =
      Map.of(
          "Hồ Chí Minh",
          30.0,
          "Hà Nội",
          22.0,
          "Đồng Nai",
          7.0,
          "Bình Dương",
          7.0,
          "Hải Phòng",
          5.0,
          "Đà Nẵng",
          5.0,
          "Cần Thơ",
          4.0,
          "Nghệ An",
          4.0,
          "Thanh Hóa",
          4.0);
  private static final List<String> STREETS =
      List.of(
          "Lê Lợi",
          "Trần Hưng Đạo",
          "Nguyễn Huệ",
          "Hai Bà Trưng",
          "Lý Thường Kiệt",
          "Quang Trung",
          "Phan Chu Trinh",
          "Nguyễn Trãi",
          "Lê Duẩn",
          "Hùng Vương",
          "Điện Biên Phủ",
          "Ngô Quyền",
          "Bà Triệu",
          "Hoàng Diệu",
          "Phan Đình Phùng",
          "Lê Hồng Phong",
          "Trường Chinh",
          "Võ Thị Sáu");
  private static final List<String> WARDS =
      List.of(
          "Tân Phú",
          "Bình An",
          "Hòa Bình",
          "Tân Lập",
          "Phú Hòa",
          "Long Thạnh",
          "Tân Tiến",
          "An Bình",
          "Đông Hòa",
          "Thanh Bình",
          "Vĩnh Phước",
          "Minh Khai",
          "Quang Vinh",
          "Tân Thành",
          "Mỹ Hòa",
          "Thạnh Lộc",
          "Yên Bình",
          "Đồng Tâm",
          "Trung Sơn",
          "Hưng Đạo",
          "Xuân Hòa",
          "Phước Thành");
  private static final List<String> DISTRICTS =
      List.of("Châu Thành", "Tân Bình", "Phú Ninh", "Hải An", "Bắc Sơn", "Đông Sơn", "Tân Hồng");

  private final Map<String, String> successors = new HashMap<>();
  private final Weighted<String> provinces;

  Places() {
    List<Map<String, String>> rows = Resources.table("province_2025.csv", ",");
    rows.forEach(row -> successors.put(cell(row, "old_province"), cell(row, "new_province")));
    provinces =
        Weighted.of(
            rows.stream().map(row -> cell(row, "old_province")).toList(),
            province -> LARGE.getOrDefault(province, 1.0));
  }

  Address address(Draw draw) {
    String province = provinces.draw(draw);
    String street = draw.between(1, 480) + " " + draw.pick(STREETS);
    boolean city = draw.chance(0.5);
    String ward = city ? "Phường " + draw.between(1, 16) : "Xã " + draw.pick(WARDS);
    String district = city ? "Quận " + draw.between(1, 12) : "Huyện " + draw.pick(DISTRICTS);
    return new Address(
        street, ward, district, province, successors.getOrDefault(province, province));
  }
}
