package org.masterplan.profiles.profile.mongo;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.profiles.profile.domain.Card;

/** The stored shape of a card. What lists filter by is named as {@code CardFields} names it. */
final class CardDocument {
  static final String CHANGE = "change";

  private CardDocument() {}

  static Content write(Card card) {
    var facts = card.facts();
    var body =
        new Document("live", card.standing() instanceof Card.Standing.Live)
            .append("movedTo", movedTo(card))
            .append(CHANGE, card.change().name())
            .append("displayName", facts.displayName())
            .append("names", facts.names())
            .append("province", facts.province())
            .append("source", facts.sources().stream().map(s -> "sources/" + s).toList())
            .append("birth_year", facts.birthYear() == 0 ? null : facts.birthYear())
            .append("gender", orNull(facts.gender()))
            .append("records", facts.records())
            .append("sources", facts.sources().size())
            .append("has_phone", facts.keys().contains("phone"))
            .append("has_email", facts.keys().contains("email"))
            .append("has_national_id", facts.keys().contains("nationalId"))
            .append("create_time", Date.from(facts.createdAt()))
            .append("more", new Document(new TreeMap<>(facts.more())));
    var keys =
        new Document("name", orNull(Texts.fold(facts.displayName())))
            .append("province", orNull(Texts.fold(facts.province())))
            .append("_words", CardFilters.beginnings(facts.names()));
    facts.more().forEach((field, value) -> keys.append(field, orNull(Texts.fold(value))));
    return new Content(body, keys);
  }

  static Card read(Stored stored) {
    var body = stored.body();
    var facts =
        new Card.Facts(
            body.getString("displayName"),
            body.getList("names", String.class),
            body.getInteger("birth_year", 0),
            Optional.ofNullable(body.getString("gender")).orElse(""),
            body.getString("province"),
            body.getList("source", String.class).stream()
                .map(name -> name.substring("sources/".length()))
                .toList(),
            body.getInteger("records", 0),
            keys(body),
            body.getDate("create_time").toInstant(),
            more(body));
    return new Card(stored.id(), stored.revision(), standing(body), facts, change(body));
  }

  /** Cards of before do not say it, until they are written anew. */
  private static Map<String, String> more(Document body) {
    var more = new HashMap<String, String>();
    var said = body.get("more", Document.class);
    if (said != null) {
      said.keySet().forEach(field -> more.put(field, said.getString(field)));
    }
    return more;
  }

  /** Cards of before do not say it. */
  private static Card.Change change(Document body) {
    var change = body.getString(CHANGE);
    return change == null ? Card.Change.CHANGED : Card.Change.valueOf(change);
  }

  private static Card.Standing standing(Document body) {
    if (body.getBoolean("live", false)) {
      return new Card.Standing.Live();
    }
    var to = body.getString("movedTo");
    return to == null ? new Card.Standing.Gone() : new Card.Standing.Moved(to);
  }

  private static @Nullable String movedTo(Card card) {
    return switch (card.standing()) {
      case Card.Standing.Moved(var to) -> to;
      case Card.Standing.Live(), Card.Standing.Gone() -> null;
    };
  }

  private static List<String> keys(Document body) {
    var keys = new java.util.ArrayList<String>();
    add(keys, body, "has_phone", "phone");
    add(keys, body, "has_email", "email");
    add(keys, body, "has_national_id", "nationalId");
    return keys;
  }

  private static void add(List<String> keys, Document body, String flag, String key) {
    if (body.getBoolean(flag, false)) {
      keys.add(key);
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
