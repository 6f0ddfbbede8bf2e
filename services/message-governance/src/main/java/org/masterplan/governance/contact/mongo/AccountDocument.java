package org.masterplan.governance.contact.mongo;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.contact.domain.Account;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.Entry;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.Suppression;

/** The stored shape of an account. */
final class AccountDocument {
  private AccountDocument() {}

  static Document write(Account account) {
    return new Document("_id", account.key())
        .append("revision", account.revision())
        .append("entries", account.entries().stream().map(AccountDocument::entry).toList())
        .append("noes", account.suppressions().stream().map(AccountDocument::no).toList())
        .append("latest", Date.from(account.latest()))
        .append("movedTo", account.movedTo())
        .append("frozen", account.frozen())
        .append("journal", account.journal());
  }

  static Account read(Document stored) {
    return new Account(
        stored.getString("_id"),
        stored.getLong("revision"),
        stored.getList("entries", Document.class).stream().map(AccountDocument::entry).toList(),
        stored.getList("noes", Document.class).stream().map(AccountDocument::no).toList(),
        time(stored, "latest"),
        stored.getString("movedTo"),
        stored.getBoolean("frozen"),
        stored.getLong("journal"));
  }

  private static Document entry(Entry entry) {
    return new Document("id", entry.id())
        .append("time", Date.from(entry.time()))
        .append("channel", entry.channel().name())
        .append("class", entry.messageClass().name())
        .append("confirmed", entry.confirmed())
        .append("expires", Date.from(entry.expires()));
  }

  private static Entry entry(Document stored) {
    return new Entry(
        stored.getString("id"),
        time(stored, "time"),
        Channel.valueOf(stored.getString("channel")),
        MessageClass.valueOf(stored.getString("class")),
        stored.getBoolean("confirmed"),
        time(stored, "expires"));
  }

  private static Document no(Suppression no) {
    return new Document("channel", name(no.channel()))
        .append("class", name(no.messageClass()))
        .append("reason", no.reason())
        .append("since", Date.from(no.since()));
  }

  private static Suppression no(Document stored) {
    var channel = stored.getString("channel");
    var messageClass = stored.getString("class");
    return new Suppression(
        channel.isEmpty() ? null : Channel.valueOf(channel),
        messageClass.isEmpty() ? null : MessageClass.valueOf(messageClass),
        stored.getString("reason"),
        time(stored, "since"));
  }

  private static String name(@Nullable Enum<?> value) {
    return value == null ? "" : value.name();
  }

  private static Instant time(Document stored, String field) {
    return stored.getDate(field).toInstant();
  }
}
