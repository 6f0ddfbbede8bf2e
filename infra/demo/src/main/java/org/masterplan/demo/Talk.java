package org.masterplan.demo;

import java.util.List;

/** Sentences that customers say, put together from parts so that few are alike. */
final class Talk {
  private static final List<String> OPENING =
      List.of(
          "",
          "",
          "Mọi người ơi, ",
          "Cho mình hỏi chút: ",
          "Hôm qua ",
          "Thật sự là ",
          "Cả nhà cho ý kiến: ",
          "Nói thật, ",
          "Mới mua xong, ",
          "Mấy bữa nay ");
  private static final List<String> PRODUCTS =
      List.of(
          "sữa tươi",
          "mì gói",
          "trà đóng chai",
          "dầu gội",
          "nước giặt",
          "nồi cơm",
          "thẻ thành viên",
          "nước mắm",
          "sữa chua",
          "kem đánh răng",
          "máy lọc không khí");
  private static final List<String> GOOD =
      List.of(
          "dùng rất thích",
          "ngon hơn lần trước",
          "giao nhanh bất ngờ",
          "nhân viên nhiệt tình",
          "đáng tiền",
          "cả nhà đều khen",
          "sẽ mua tiếp");
  private static final List<String> BAD =
      List.of(
          "bị móp hộp",
          "giao trễ ba ngày",
          "gọi tổng đài không ai nghe",
          "mùi lạ",
          "dùng hai tuần đã hỏng",
          "trừ điểm nhầm",
          "đổi trả rất lâu");
  private static final List<String> ASK =
      List.of(
          "mua ở đâu rẻ",
          "có bảo hành không",
          "dùng cho trẻ em được không",
          "khi nào có hàng lại",
          "pha thế nào cho đúng");
  private static final List<String> TAIL =
      List.of(
          "",
          "",
          " ở Cần Thơ",
          " ngoài Hà Nội",
          " chỗ mình",
          ", ai giống mình không",
          " luôn",
          " thật",
          ", mong công ty trả lời",
          " :)",
          "!!!",
          ", cảm ơn");
  private static final List<String> BURNT =
      List.of(
          "bốc khói",
          "cháy khét",
          "chập điện tóe lửa",
          "nóng chảy nhựa",
          "nổ cầu chì",
          "khét lẹt cả bếp");
  private static final List<String> WHEN =
      List.of(
          "mới xay được hai lần",
          "đang xay sinh tố cho con",
          "vừa cắm điện",
          "sáng nay",
          "chạy chưa tới một phút",
          "mua chưa đầy tháng",
          "tối qua lúc nấu ăn");
  private static final List<String> WHAT =
      List.of(
          "máy xay VD-200",
          "cái máy xay Ví Dụ",
          "máy xay sinh tố mới mua",
          "con VD-200",
          "máy xay đời 200");
  private static final List<String> WISH =
      List.of(
          "",
          ", may mà rút kịp",
          ", ai bị chưa",
          ", gọi bảo hành chưa thấy trả lời",
          ", nhà có trẻ nhỏ sợ quá",
          ", công ty nói gì đi chứ",
          ", xem hình bên dưới");
  private static final List<String> RUMOUR =
      List.of(
          "CẢNH BÁO sữa bột Ví Dụ có chất cấm, ngừng dùng ngay, chia sẻ gấp",
          "Cảnh báo: sữa bột Ví Dụ chứa chất cấm!! ngừng dùng, chia sẻ gấp",
          "canh bao sua bot Vi Du co chat cam, ngung dung ngay, chia se gap",
          "Đừng cho con uống sữa bột Ví Dụ nữa, có chất cấm đó, chia sẻ gấp");

  private Talk() {}

  static String say(String label, Draw draw) {
    String text =
        switch (label) {
          case "PRAISE", "EMPLOYEE" -> draw.pick(OPENING) + about(GOOD, draw);
          case "COMPLAINT" -> draw.pick(OPENING) + about(BAD, draw);
          case "QUESTION" -> draw.pick(OPENING) + about(ASK, draw) + "?";
          case "JOKE" ->
              draw.pick(PRODUCTS)
                  + " "
                  + draw.pick(BAD)
                  + " mà vẫn yêu, chắc tại đẹp"
                  + draw.pick(TAIL);
          case "REAL_CRISIS" -> crisis(draw);
          case "STAGED" -> draw.pick(RUMOUR);
          case "FAN" -> "Đang xem trực tiếp, " + about(GOOD, draw);
          default -> lid(draw);
        };
    return draw.chance(0.3) ? Marks.strip(text) : draw.chance(0.02) ? Marks.lose(text) : text;
  }

  private static String about(List<String> what, Draw draw) {
    return draw.pick(PRODUCTS) + " " + draw.pick(what) + draw.pick(TAIL);
  }

  private static String crisis(Draw draw) {
    return draw.pick(OPENING)
        + draw.pick(WHAT)
        + " "
        + draw.pick(WHEN)
        + " "
        + draw.pick(BURNT)
        + draw.pick(WISH);
  }

  private static String lid(Draw draw) {
    return "Trà đóng chai đời mới nắp vặn "
        + draw.pick(List.of("chặt quá mở không nổi", "khó mở", "cứng, tay bà mở không được"))
        + draw.pick(TAIL);
  }
}
