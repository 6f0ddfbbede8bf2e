package org.masterplan.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperTest {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final Paper paper = new Paper("Mọi điều về một người", VIETNAMESE);

  @Test
  void everyVietnameseLetter_isInTheFile() throws IOException {
    var letters = new StringBuilder("ĂăÂâĐđÊêÔôƠơƯưÀÁÃÈÉÌÍÒÓÕÙÚÝàáãèéìíòóõùúýĨĩŨũ₫");
    for (char letter = '\u1ea0'; letter <= '\u1ef9'; letter++) {
      letters.append(letter);
    }
    paper.sentence(letters.toString());

    assertThat(read().replaceAll("\\s", "")).contains(letters);
  }

  @Test
  void marksThatStandAlone_areWrittenOnTheirLetters() throws IOException {
    paper.fact("Họ tên", Normalizer.normalize("Nguyễn Thị Bưởi", Normalizer.Form.NFD));

    assertThat(read()).contains("Mọi điều về một người", "Họ tên", "Nguyễn Thị Bưởi");
  }

  @Test
  void whatTheFontHasNot_isAQuestionMark() throws IOException {
    paper.sentence("sữa 🍼 日 \u0007 \t xong");

    assertThat(read()).contains("sữa ? ? ?   xong");
  }

  @Test
  void longTexts_goOnOverLinesAndSheets_andLoseNothing() throws IOException {
    var word = "https://x.vn/" + "ab".repeat(300);
    for (int i = 0; i < 60; i++) {
      paper.heading("Nguồn " + i);
      paper.item("bản ghi " + i);
      paper.fact("ghi chú", "dòng một\ndòng hai");
      paper.fact("liên kết", word);
      paper.fact("trống", "");
    }

    var foot = "Mọiđiềuvềmộtngười[0-9]+/[0-9]+";
    var text = read().replaceAll("\\s", "").replaceAll(foot, "");

    assertThat(text).contains("Nguồn59", "bảnghi59", "dònghai");
    assertThat(text.split(word, -1)).hasSize(61);
    try (var file = Loader.loadPDF(paper.bytes())) {
      int sheets = file.getNumberOfPages();
      assertThat(sheets).isGreaterThan(10);
      assertThat(read()).contains(sheets + " / " + sheets);
      assertThat(language(file)).isEqualTo("vi");
    }
  }

  private static String language(PDDocument file) {
    return file.getDocumentCatalog().getLanguage();
  }

  private String read() throws IOException {
    try (var file = Loader.loadPDF(paper.bytes())) {
      return new PDFTextStripper().getText(file);
    }
  }
}
