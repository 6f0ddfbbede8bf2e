package org.masterplan.platform.audit;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Values of a stored trail. One that is missing or of another type reads as nothing: whoever
 * damaged it is then found by the hash, instead of ending the verification.
 */
record Stored(Document document) {

  String text(String name) {
    return document.get(name) instanceof String text ? text : "";
  }

  long number(String name) {
    return document.get(name) instanceof Number number ? number.longValue() : 0;
  }

  Instant time(String name) {
    return document.get(name) instanceof Date date ? date.toInstant() : Instant.EPOCH;
  }

  List<String> texts(String name) {
    return list(name).stream().map(String::valueOf).toList();
  }

  List<Document> documents(String name) {
    return list(name).stream()
        .map(each -> each instanceof Document found ? found : new Document())
        .toList();
  }

  private List<?> list(String name) {
    return document.get(name) instanceof List<?> found ? found : List.of();
  }
}
