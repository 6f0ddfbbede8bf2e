package org.masterplan.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of a document. They are in the file, so that it looks the same everywhere; the font
 * that PDFBox brings has every Vietnamese one. What it has not, as pictures, is a question mark.
 */
final class Letters {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String UNKNOWN = "?";
  private static final float UNITS = 1000;

  private final PDFont font;
  private final Map<Integer, Boolean> known = new HashMap<>();

  private Letters(PDFont font) {
    this.font = font;
  }

  static Letters in(PDDocument document) throws IOException {
    try (var file = PDDocument.class.getResourceAsStream(FONT)) {
      if (file == null) {
        throw new IllegalStateException("font: missing (expected: " + FONT + ")");
      }
      return new Letters(PDType0Font.load(document, file, true));
    }
  }

  PDFont font() {
    return font;
  }

  /** The text in lines that are no wider; a word that is, is broken. */
  List<String> lines(String text, float size, float width) {
    var lines = new ArrayList<String>();
    for (var paragraph : Normalizer.normalize(text, Normalizer.Form.NFC).split("\\R", -1)) {
      var line = new StringBuilder();
      for (var word : drawable(paragraph).split(" ", -1)) {
        var next = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && width(next, size) > width) {
          lines.add(line.toString());
          line.setLength(0);
          next = word;
        }
        line.replace(0, line.length(), broken(next, size, width, lines));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** The rest of a word after whole lines of it. */
  private String broken(String word, float size, float width, List<String> lines) {
    var rest = word;
    while (width(rest, size) > width) {
      int fits = 1;
      while (width(rest.substring(0, fits + 1), size) <= width) {
        fits++;
      }
      lines.add(rest.substring(0, fits));
      rest = rest.substring(fits);
    }
    return rest;
  }

  private String drawable(String text) {
    var drawn = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                drawn.append(' ');
              } else if (known.computeIfAbsent(point, this::isKnown)) {
                drawn.appendCodePoint(point);
              } else {
                drawn.append(UNKNOWN);
              }
            });
    return drawn.toString();
  }

  private boolean isKnown(int point) {
    try {
      return font.encode(Character.toString(point)).length > 0;
    } catch (IllegalArgumentException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private float width(String text, float size) {
    try {
      return font.getStringWidth(text) / UNITS * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
