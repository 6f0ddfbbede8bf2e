package org.masterplan.demo;

import java.util.ArrayList;
import java.util.List;

/** The messages that the units propose: thirty ordinary ones and those that are planted. */
final class Messages {
  private static final String LABEL = "[QC] Ví Dụ: ";
  private static final String STOP = " Từ chối: soạn TC gửi 0000.";

  private final List<Message> all = new ArrayList<>();

  static List<Message> all(Crowd crowd) {
    Messages messages = new Messages();
    messages.ordinary(crowd);
    messages.collisions();
    messages.offers();
    messages.forbidden();
    messages.events();
    messages.sameness();
    messages.hours();
    return messages.all;
  }

  /** Each to a community of its own, weeks after the planted ones, a week apart. */
  private void ordinary(Crowd crowd) {
    List<Community> open =
        crowd.communities().stream()
            .filter(c -> c.planted().isEmpty() && c.standing() == Standing.ALIVE)
            .limit(30)
            .toList();
    for (int i = 0; i < open.size(); i++) {
      Community community = open.get(i);
      String body =
          List.of(
                  "Mời bạn kể một mẹo hay ở " + community.text("name"),
                  "Cảm ơn " + community.text("name") + ": tháng này 12 góp ý đã được làm",
                  "Bạn muốn gặp ai ở buổi trò chuyện tới của " + community.text("name") + "?")
              .get(i % 3);
      add(
          Message.of(
                  "m-" + (i + 1),
                  community.id(),
                  i % 3 == 1 ? "INFO/POST" : "CARE/POST",
                  "Tin số " + (i + 1),
                  body)
              .at(30 + 7 * i, 10, 24));
    }
  }

  private void add(Message message) {
    all.add(message);
  }

  private void pair(String id, Message left, Message right) {
    add(left.with("pair", id));
    add(right.with("pair", id));
  }

  private static Message promotion(String id, String community, String what) {
    return Message.of(id, community, "PROMOTION/SMS", what, LABEL + what + "." + STOP);
  }

  private void collisions() {
    pair(
        "window",
        promotion("m-window-a", "c-015", "Mua 2 tặng 1 sữa tươi"),
        promotion("m-window-b", "c-016", "Giảm 20 % nước giặt").at(8, 9, 24));
    pair(
        "surveys",
        Message.of(
            "m-survey-a",
            "c-024",
            "SURVEY/EMAIL",
            "Khảo sát A",
            "Xin 10 phút trả lời khảo sát về trà"),
        Message.of(
            "m-survey-b",
            "c-025",
            "SURVEY/EMAIL",
            "Khảo sát B",
            "Xin 10 phút trả lời khảo sát về cà phê"));
    nearMisses();
  }

  private void nearMisses() {
    pair(
        "day-cap",
        promotion("m-day-a", "c-026", "Ngày vàng dầu gội").at(9, 8, 10),
        promotion("m-day-b", "c-027", "Ngày vàng kem đánh răng").at(9, 14, 6));
    pair(
        "channels",
        promotion("m-channel-a", "c-029", "Nồi cơm điện giá mới"),
        Message.of(
            "m-channel-b",
            "c-030",
            "PROMOTION/EMAIL",
            "Máy lọc không khí",
            "[QC] Máy lọc không khí giá mới." + STOP));
    pair(
        "apart-windows",
        promotion("m-apart-a", "c-022", "Mì ăn liền thùng 30 gói").at(5, 9, 24),
        promotion("m-apart-b", "c-023", "Nước mắm chai lớn").at(25, 9, 24));
    pair(
        "apart-people",
        promotion("m-others-a", "c-033", "Trà đóng chai lốc 6"),
        promotion("m-others-b", "c-034", "Cà phê hòa tan hộp lớn"));
  }

  private void offers() {
    pair(
        "two-prices",
        promotion("m-price-a", "c-017", "Máy xay 890.000 đ").offer("gia-dung-1", 890_000),
        promotion("m-price-b", "c-018", "Máy xay 990.000 đ").offer("gia-dung-1", 990_000));
    pair(
        "one-price",
        promotion("m-same-a", "c-019", "Nồi cơm 1.200.000 đ").offer("gia-dung-2", 1_200_000),
        promotion("m-same-b", "c-020", "Nồi cơm vẫn 1.200.000 đ").offer("gia-dung-2", 1_200_000));
    pair(
        "validity",
        promotion("m-valid-a", "c-031", "Thẻ thành viên miễn phí năm đầu").offer("ban-le-1", 0),
        promotion("m-valid-b", "c-032", "Thẻ thành viên 50.000 đ").offer("ban-le-1", 50_000));
  }

  private void forbidden() {
    add(promotion("m-promo-insight", "c-047", "Mua ngay hôm nay"));
    add(promotion("m-promo-support", "c-048", "Đổi máy cũ lấy máy mới"));
    add(promotion("m-promo-commerce", "c-049", "Đổi máy cũ lấy máy mới, cộng đồng mua bán"));
    add(
        Message.of(
            "m-hidden-sale",
            "c-047",
            "INFO/POST",
            "Tin vui",
            "Giam gia 50% chi hom nay, mua ngay keo het, inbox dat hang"));
    add(
        Message.of(
            "m-not-a-sale",
            "c-047",
            "INFO/POST",
            "Xin ý kiến",
            "Theo bạn, giảm giá có làm mình mua nhiều hơn không? Kể cho chúng tôi nghe."));
    add(
        Message.of("m-fact-expired", "c-049", "INFO/POST", "Bảo hành", "Máy xay bảo hành 24 tháng")
            .at(60, 10, 24)
            .with("facts", List.of("f-2")));
    add(
        Message.of(
                "m-fact-valid", "c-049", "INFO/POST", "Kiểm nghiệm", "Sữa bột đạt chuẩn đạm 2026")
            .at(70, 10, 24)
            .with("facts", List.of("f-1")));
  }

  private void events() {
    add(
        Message.of(
                "m-recap-early",
                "c-015",
                "EVENT/POST",
                "Ảnh đêm hội",
                "Ảnh đêm hội khách hàng thân thiết")
            .at(2, 10, 24)
            .with("event", "ev-gala"));
    add(
        Message.of(
                "m-recap", "c-017", "EVENT/POST", "Ảnh ngày chạy bộ", "Ảnh ngày chạy bộ cùng nhau")
            .at(1, 10, 24)
            .with("event", "ev-run"));
  }

  private void sameness() {
    add(
        Message.of(
                "m-weekend-a",
                "c-051",
                "CARE/POST",
                "Cuối tuần",
                "Chúc cả nhà cuối tuần vui vẻ, nhiều năng lượng và luôn mỉm cười nhé!")
            .at(100, 9, 24));
    add(
        Message.of(
                "m-weekend-b",
                "c-053",
                "CARE/POST",
                "Cuoi tuan",
                "Chuc ca nha cuoi tuan that vui ve, day nang luong va luon mim cuoi nha")
            .at(101, 9, 24));
    add(
        Message.of(
                "m-own-words",
                "c-054",
                "CARE/POST",
                "Cuối tuần ở bếp",
                "Cuối tuần này nhóm nấu canh chua ở chợ Bình An, ai có cá ngon thì mang tới.")
            .at(102, 9, 24));
  }

  private void hours() {
    add(promotion("m-at-night", "c-020", "Đêm mua sắm").at(110, 23, 4));
    add(promotion("m-in-the-evening", "c-020", "Tối mua sắm").at(120, 20, 1));
    add(
        Message.of(
                "m-no-label", "c-019", "PROMOTION/SMS", "Không nhãn", "Giảm 30 % toàn bộ nồi cơm")
            .at(130, 9, 24));
  }
}
