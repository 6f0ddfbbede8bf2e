package org.masterplan.platform.mongo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Maps stored as lists of pairs, because their keys may hold dots and dollar signs. */
public final class Pairs {
  private Pairs() {}

  /** The map as it is stored, in its order. */
  public static List<Document> of(Map<String, String> map) {
    return map.entrySet().stream()
        .map(e -> new Document("k", e.getKey()).append("v", e.getValue()))
        .toList();
  }

  /** The map stored at {@code key}; empty if there is none. */
  public static Map<String, String> map(Document document, String key) {
    var map = new LinkedHashMap<String, String>();
    for (var pair : document.getList(key, Document.class, List.of())) {
      map.put(pair.getString("k"), pair.getString("v"));
    }
    return map;
  }
}
