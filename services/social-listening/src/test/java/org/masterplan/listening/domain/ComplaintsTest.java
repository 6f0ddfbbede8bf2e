package org.masterplan.listening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mình rất thất vọng về sản phẩm này",
        "minh rat that vong ve san pham nay",
        "Gia\u0306t mà máy bị lỗi hoài",
        "Nhắn cả tuần mà không ai trả lời",
        "The box was BROKEN and nobody cares",
        "Still waiting for my order since Monday",
        "Hàng kém chất lượng, khong tra loi khach"
      })
  void cues_findsAComplaintWithOrWithoutMarks(String text) {
    assertThat(Complaints.cues(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sữa ngon lắm, cả nhà đều thích",
        "Chưa bao giờ thất vọng với hãng này",
        "khong that vong chut nao",
        "Bông hồng tặng mẹ",
        "bong hong tang me",
        "I was not disappointed at all",
        "Cho mình hỏi giá với ạ"
      })
  void cues_leavesOtherTextsAlone(String text) {
    assertThat(Complaints.cues(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gọi 0912 345 678 nhé", "mail lan.nguyen@example.com", "+84912345678"})
  void masked_hidesWhatReachesAPerson(String text) {
    assertThat(PersonalWords.masked(text)).contains("***").doesNotContain("345");
  }
}
