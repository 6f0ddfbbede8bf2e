package org.masterplan.gateway.console;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import org.masterplan.person.v1.ExportPersonDataResponse.Item;
import org.masterplan.profiles.v1.PersonalDataPackage;
import org.springframework.context.MessageSource;

/** Everything that is held about a person, as a document that the person can read. */
final class PersonPaper {
  private final MessageSource words;
  private final ZoneId zone;

  PersonPaper(MessageSource words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  /** The file, in that language. */
  byte[] of(PersonalDataPackage held, Locale language) {
    var figures = new Figures(language, zone);
    var paper = new Paper(word("everything.title", language), language);
    paper.sentence(held.getProfile());
    paper.sentence(word("asOf", language, figures.time(held.getAsOfTime())));
    var labels = new Labels(words, language);
    if (held.getMissingCount() > 0) {
      var missing = labels.all("service", held.getMissingList());
      paper.sentence(word("missing", language) + " " + missing);
    }
    for (var part : held.getPartsList()) {
      paper.heading(labels.of("service", part.getService()));
      paper.sentence(word("everything.found", language, figures.number(part.getItemsCount())));
      part.getItemsList().forEach(item -> add(item, paper, figures));
    }
    return paper.bytes();
  }

  private void add(Item item, Paper paper, Figures figures) {
    var language = figures.locale();
    paper.item(new Labels(words, language).of("held", item.getKind()));
    paper.fact(word("everything.name", language), item.getResource());
    if (item.hasSinceTime()) {
      paper.fact(word("everything.since", language), figures.day(item.getSinceTime()));
    }
    item.getValues().getFieldsMap().forEach((field, value) -> paper.fact(field, text(value)));
  }

  private static String text(Value value) {
    if (value.hasStringValue()) {
      return value.getStringValue();
    }
    if (value.hasNumberValue()) {
      return BigDecimal.valueOf(value.getNumberValue()).stripTrailingZeros().toPlainString();
    }
    try {
      return JsonFormat.printer().print(value);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a value that is no JSON", e);
    }
  }

  private String word(String key, Locale language, Object... about) {
    return words.getMessage(key, about, language);
  }
}
