package org.masterplan.gateway.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A document for people to read: what it is called, headings, sentences, and facts by name. */
final class Paper {
  /** The media type of such a file. */
  static final String MEDIA_TYPE = "application/pdf";

  private final String title;
  private final Locale language;
  private final List<Block> blocks = new ArrayList<>();

  /** A piece of it. */
  sealed interface Block {
    record Heading(String text) implements Block {}

    record Item(String text) implements Block {}

    record Sentence(String text) implements Block {}

    record Fact(String name, String value) implements Block {}
  }

  Paper(String title, Locale language) {
    this.title = title;
    this.language = language;
  }

  /** What comes now is of this. */
  void heading(String text) {
    blocks.add(new Block.Heading(text));
  }

  /** What comes now is of one thing among several. */
  void item(String text) {
    blocks.add(new Block.Item(text));
  }

  void sentence(String text) {
    blocks.add(new Block.Sentence(text));
  }

  void fact(String name, String value) {
    blocks.add(new Block.Fact(name, value));
  }

  /** The file. */
  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var pen = new Pen(title, language)) {
      pen.title();
      for (var block : blocks) {
        switch (block) {
          case Block.Heading(var text) -> pen.heading(text);
          case Block.Item(var text) -> pen.item(text);
          case Block.Sentence(var text) -> pen.sentence(text);
          case Block.Fact(var name, var value) -> pen.fact(name, value);
        }
      }
      pen.finish(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
