package org.masterplan.allinone;

import static java.util.stream.Collectors.toSet;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.masterplan.allinone.rest.Body;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.intake.ContentTypes;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.profiles.dictionary.domain.PhoneNumbers;

/**
 * The people of the demonstration as its files tell of them: whose each record is, and what is
 * written in it. Values are folded, because a service may keep them in more than one form.
 */
final class PlantedPeople {
  private static final Set<String> FIELDS =
      Set.of("phone", "email", "nationalId", "handle", "fullName", "street", "text:note");

  private static final Pattern SPACED = Pattern.compile("[ .()+-]+");
  private static final int NUMBER = 9;
  private static final int WORDS = 10;

  /** Who has no more than two names is called like somebody's first two. */
  private static final Pattern NAMES = Pattern.compile("\\S+ \\S+ \\S.*");

  private final Path files;
  private final Map<String, Body.File> sources = new LinkedHashMap<>();
  private final Map<String, Set<String>> records = new TreeMap<>();
  private final Map<String, Set<String>> values = new TreeMap<>();

  /** What people truly have, by person; some of it stands in no customer database. */
  private final Map<String, Set<String>> truth = new TreeMap<>();

  /** What stands in files and is nobody's of them: rows that cannot be read, staff, strangers. */
  private final Set<String> others = new HashSet<>();

  private final PlantedHandles handles;

  private PlantedPeople(Path files) {
    this.files = files;
    this.handles = new PlantedHandles(files);
  }

  static PlantedPeople in(Path files) throws IOException {
    var people = new PlantedPeople(files);
    people.readTruth();
    people.readSources();
    people.readMembers();
    people.others.addAll(people.handles.elsewhere());
    Files.readAllLines(files.resolve("plan/employees.jsonl")).forEach(people::staff);
    return people;
  }

  /** The sources that have a record of theirs, by id. */
  Set<String> sources(Collection<String> persons) {
    var ids = new TreeSet<String>();
    records(persons).forEach(name -> ids.add(name.split("/", -1)[1]));
    return ids;
  }

  /** A source's file, as it is handed in. */
  Body.File file(String source) {
    return Objects.requireNonNull(sources.get(source), source);
  }

  /** The people who have a record, by id. */
  List<String> all() {
    return List.copyOf(records.keySet());
  }

  /** Their records: {@code sources/{source}/records/{record}}. */
  Set<String> records(Collection<String> persons) {
    var all = new LinkedHashSet<String>();
    persons.forEach(person -> all.addAll(records.getOrDefault(person, Set.of())));
    return all;
  }

  /** What customer databases and lists of members say of these people, and of nobody else. */
  Set<String> values(Collection<String> persons) {
    var theirs = new HashSet<String>();
    var elsewhere = new HashSet<>(others);
    values.forEach((p, v) -> (persons.contains(p) ? theirs : elsewhere).addAll(v));
    truth.forEach((p, v) -> elsewhere.addAll(persons.contains(p) ? Set.of() : v));
    var shared = new Needles(theirs).in(String.join("\n", elsewhere));
    theirs.removeAll(shared);
    var numbers = elsewhere.stream().flatMap(v -> telephone(v).stream()).collect(toSet());
    theirs.removeIf(value -> telephone(value).filter(numbers::contains).isPresent());
    return theirs;
  }

  /** The number that a text is, as it is dialled today: a family's may stand there as it was. */
  private static Optional<String> telephone(String text) {
    var digits = SPACED.matcher(text).replaceAll("");
    if (!isNumber(digits)) {
      return Optional.empty();
    }
    return PhoneNumbers.normalise(digits.length() == NUMBER ? "0" + digits : text);
  }

  /** The e-mail addresses and telephone numbers among everybody's values. */
  Set<String> contactPoints() {
    var points = new HashSet<String>();
    values.values().stream()
        .flatMap(Set::stream)
        .filter(v -> v.contains("@") || isNumber(v))
        .forEach(points::add);
    return points;
  }

  private void readTruth() {
    for (var row : Planted.rows(files.resolve("truth/people.csv"))) {
      var own = new HashSet<String>();
      add("fullName", row.getOrDefault("name", ""), own);
      for (var number : List.of("phone", "old_phone", "email", "national_id")) {
        add("phone", row.getOrDefault(number, ""), own);
      }
      truth.put(row.getOrDefault("person", ""), own);
    }
    for (var row : Planted.rows(files.resolve("truth/records.csv"))) {
      var name = name(row.getOrDefault("source", ""), row.getOrDefault("record", ""));
      records.computeIfAbsent(row.getOrDefault("person", ""), _ -> new HashSet<>()).add(name);
    }
  }

  private void readSources() throws IOException {
    var owners = owners();
    var mappings = object(files.resolve("truth/mappings.json"));
    var manifest = object(files.resolve("sources/sources.json"));
    for (var each : manifest.getAsJsonArray("sources")) {
      var source = each.getAsJsonObject();
      var id = source.get("source").getAsString();
      var file = file(source);
      sources.put(id, file);
      read(id, file, mappings.getAsJsonObject(id), owners);
    }
  }

  private Map<String, String> owners() {
    var owners = new TreeMap<String, String>();
    records.forEach((person, names) -> names.forEach(name -> owners.put(name, person)));
    return owners;
  }

  private Body.File file(JsonObject source) {
    var name = source.get("file").getAsString();
    var type = ContentTypes.of(name);
    var whole =
        source.get("format").getAsString().equals("XLSX")
            ? type
            : type + "; charset=" + source.get("charset").getAsString();
    return new Body.File(files.resolve("sources").resolve(name), whole);
  }

  private void read(String source, Body.File file, JsonObject mapping, Map<String, String> owners) {
    var id = mapping.get("id").getAsString();
    try (var rows =
        new Uploads(Limits.usual()).open(file.path(), file.contentType(), Headers.asWritten())) {
      while (rows.hasNext()) {
        var row = rows.next();
        var owner = owners.get(name(source, row.values().getOrDefault(id, "")));
        var own = owner == null ? others : values.computeIfAbsent(owner, _ -> new HashSet<>());
        read(row, mapping.getAsJsonObject("fields"), own);
      }
    }
  }

  /** A handle is known to be a person's where the list says it beside another key of theirs. */
  private void readMembers() throws IOException {
    var owners = owners();
    try (var lists = Files.list(files.resolve("members"))) {
      for (var list : lists.filter(f -> f.toString().endsWith(".csv")).toList()) {
        var community = String.valueOf(list.getFileName()).replace(".csv", "");
        for (var row : Planted.rows(list)) {
          var own = values.get(owners.getOrDefault(row.getOrDefault("record", ""), ""));
          if (own != null) {
            var handle = row.getOrDefault("handle", "").replaceFirst("^@", "");
            handles.ofAMember(handle, community);
            add("handle", handle, own);
          }
        }
      }
    }
  }

  private void read(Row row, JsonObject fields, Set<String> own) {
    for (var field : fields.entrySet()) {
      if (FIELDS.contains(field.getKey())) {
        var column = field.getValue().getAsJsonObject().get("column").getAsString();
        var value = row.values().getOrDefault(column, "");
        add(field.getKey(), value, own);
        if (field.getKey().equals("handle")) {
          handles.ofARecord(value);
        }
      }
    }
  }

  private void staff(String line) {
    add(
        "fullName",
        JsonParser.parseString(line).getAsJsonObject().get("name").getAsString(),
        others);
  }

  /** The value as it is written, and a number also without spaces and prefix. */
  private static void add(String field, String written, Set<String> own) {
    var value = Texts.fold(written);
    var close = SPACED.matcher(value).replaceAll("");
    boolean words = field.equals("fullName") || field.equals("street") || field.equals("text:note");
    if (isNumber(close) && isTelling(close) && !words) {
      own.add(close.substring(close.length() - NUMBER));
    }
    boolean telling =
        words
            ? value.length() >= WORDS && NAMES.matcher(value).matches()
            : value.length() >= Needles.HEAD && isTelling(close);
    if (telling) {
      own.add(value);
    }
  }

  /** Nines and zeros are typed for want of a number, and end many another one. */
  private static boolean isTelling(String close) {
    return !isNumber(close) || close.chars().skip(1).distinct().count() > 2;
  }

  private static boolean isNumber(String text) {
    return text.length() >= NUMBER && text.chars().allMatch(Character::isDigit);
  }

  private static String name(String source, String record) {
    return "sources/" + source + "/records/" + record;
  }

  private static JsonObject object(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }
}
