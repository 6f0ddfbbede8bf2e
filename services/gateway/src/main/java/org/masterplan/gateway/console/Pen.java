package org.masterplan.gateway.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes on sheets of A4, from above to below; a new one is taken when one is full. */
final class Pen implements AutoCloseable {
  private static final float MARGIN = 56;
  private static final float LEADING = 1.4f;
  private static final float TITLE = 18;
  private static final float HEADING = 13;
  private static final float ITEM = 11;
  private static final float TEXT = 10;
  private static final float SMALL = 8;

  /** Where values begin, beside their names. */
  private static final float VALUES = 190;

  private static final float GAP = 8;

  private final PDDocument document = new PDDocument();
  private final String title;
  private final Letters letters;
  private PDPageContentStream sheet;
  private float height;

  Pen(String title, Locale language) throws IOException {
    this.title = title;
    this.letters = Letters.in(document);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentCatalog().setLanguage(language.toLanguageTag());
    this.sheet = sheet();
  }

  void title() throws IOException {
    lines(TITLE, title);
    height -= GAP;
  }

  void heading(String text) throws IOException {
    above(2 * GAP, HEADING);
    lines(HEADING, text);
  }

  void item(String text) throws IOException {
    above(GAP, ITEM);
    lines(ITEM, text);
  }

  void sentence(String text) throws IOException {
    lines(TEXT, text);
  }

  void fact(String name, String value) throws IOException {
    var left = letters.lines(name, TEXT, VALUES - MARGIN - GAP);
    var right = letters.lines(value, TEXT, PDRectangle.A4.getWidth() - VALUES - MARGIN);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      down(TEXT);
      put(MARGIN, TEXT, at(left, i));
      put(VALUES, TEXT, at(right, i));
    }
  }

  /** Numbers the sheets and writes them out. */
  void finish(OutputStream out) throws IOException {
    sheet.close();
    int count = document.getNumberOfPages();
    for (int i = 0; i < count; i++) {
      sheet = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true);
      height = MARGIN - 2 * GAP;
      put(MARGIN, SMALL, letters.lines(title, SMALL, PDRectangle.A4.getWidth() / 2).getFirst());
      put(PDRectangle.A4.getWidth() - 2 * MARGIN, SMALL, (i + 1) + " / " + count);
      sheet.close();
    }
    document.save(out);
  }

  private void lines(float size, String text) throws IOException {
    for (var line : letters.lines(text, size, PDRectangle.A4.getWidth() - 2 * MARGIN)) {
      down(size);
      put(MARGIN, size, line);
    }
  }

  /** Leaves room above a line that is not to be the last of a sheet. */
  private void above(float room, float size) throws IOException {
    height -= room;
    if (height < MARGIN + LEADING * (size + 2 * TEXT)) {
      turn();
    }
  }

  private static String at(List<String> lines, int place) {
    return place < lines.size() ? lines.get(place) : "";
  }

  private void down(float size) throws IOException {
    if (height - LEADING * size < MARGIN) {
      turn();
    }
    height -= LEADING * size;
  }

  private void put(float from, float size, String line) throws IOException {
    sheet.beginText();
    sheet.setFont(letters.font(), size);
    sheet.newLineAtOffset(from, height);
    sheet.showText(line);
    sheet.endText();
  }

  private void turn() throws IOException {
    sheet.close();
    sheet = sheet();
  }

  private PDPageContentStream sheet() throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    height = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, page);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
