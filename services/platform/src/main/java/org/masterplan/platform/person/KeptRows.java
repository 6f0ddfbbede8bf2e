package org.masterplan.platform.person;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.masterplan.kernel.text.Texts;
import org.masterplan.person.v1.ExportPersonDataResponse.Item;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.intake.Rejects;

/** What a service holds about a person in the rows that its imports could not take. */
public final class KeptRows {
  private final Rejects rejects;

  public KeptRows(Rejects rejects) {
    this.rejects = rejects;
  }

  /** One item for each kept row that speaks of the person. */
  public List<Item> export(PersonKeys person) {
    return export(person, List.of());
  }

  /** The same, also by other words for the person, such as a pseudonym. */
  public List<Item> export(PersonKeys person, Collection<String> others) {
    return rejects.about(keys(person, others)).stream().map(KeptRows::item).toList();
  }

  /** Forgets the rows that speak of the person; how many. */
  public long erase(PersonKeys person) {
    return erase(person, List.of());
  }

  /** The same, also by other words for the person, such as a pseudonym. */
  public long erase(PersonKeys person, Collection<String> others) {
    return rejects.forget(keys(person, others));
  }

  private static List<String> keys(PersonKeys person, Collection<String> others) {
    var keys = new ArrayList<>(others);
    keys.addAll(person.getProfilesList());
    keys.addAll(person.getPhonesList());
    keys.addAll(person.getEmailsList());
    keys.addAll(person.getRecordsList());
    // A file names a handle without its platform.
    var theirs = person.getOthersHandlesList().stream().map(KeptRows::plain).toList();
    person.getHandlesList().stream()
        .filter(handle -> handle.indexOf(':') >= 0 || !theirs.contains(plain(handle)))
        .forEach(handle -> keys.add(handle.substring(handle.indexOf(':') + 1)));
    return keys;
  }

  /** A row cannot tell whose a handle alone is that somebody else goes by too. */
  private static String plain(String handle) {
    var plain = Texts.canonical(handle.substring(handle.indexOf(':') + 1));
    return (plain.startsWith("@") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
  }

  private static Item item(Rejects.Kept kept) {
    var values = Struct.newBuilder();
    kept.row().values().forEach((field, text) -> values.putFields(field, text(text)));
    return Item.newBuilder()
        .setResource("imports/" + kept.importId() + "/rows/" + kept.row().line())
        .setKind("rejected-row")
        .setValues(values)
        .build();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}
