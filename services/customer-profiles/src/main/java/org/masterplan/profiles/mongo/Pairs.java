package org.masterplan.profiles.mongo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Maps whose keys come from outside, as flat lists: a column's name may hold dots and dollars. */
public final class Pairs {
  private Pairs() {}

  public static List<String> write(Map<String, String> map) {
    var list = new ArrayList<String>(map.size() * 2);
    map.forEach(
        (key, value) -> {
          list.add(key);
          list.add(value);
        });
    return list;
  }

  public static Map<String, String> read(Document document, String field) {
    var list = document.getList(field, String.class, List.of());
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i + 1 < list.size(); i += 2) {
      map.put(list.get(i), list.get(i + 1));
    }
    return map;
  }
}
