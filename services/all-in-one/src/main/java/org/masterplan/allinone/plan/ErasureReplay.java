package org.masterplan.allinone.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Erasures to be carried out again after a restore, kept in a file until they are taken up. */
final class ErasureReplay {
  private final Path file;

  /** Whom to forget, and why. */
  record Wish(String profile, String reason) {}

  private ErasureReplay(Path file) {
    this.file = file;
  }

  static ErasureReplay of(DataFolder data) {
    return new ErasureReplay(data.root().resolve("erasures-to-repeat.json"));
  }

  void add(List<Wish> more) throws IOException {
    var all = new ArrayList<>(read());
    all.addAll(more);
    if (!all.isEmpty()) {
      var array = new JsonArray();
      all.forEach(wish -> array.add(json(wish)));
      Folders.write(file, array + "\n");
    }
  }

  /** Hands every wish over; forgets them once all were taken. */
  void run(Consumer<Wish> taker) throws IOException {
    read().forEach(taker);
    Files.deleteIfExists(file);
  }

  private List<Wish> read() throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    var wishes = new ArrayList<Wish>();
    for (var each : JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
      var wish = each.getAsJsonObject();
      wishes.add(new Wish(wish.get("profile").getAsString(), wish.get("reason").getAsString()));
    }
    return wishes;
  }

  private static JsonObject json(Wish wish) {
    var object = new JsonObject();
    object.addProperty("profile", wish.profile());
    object.addProperty("reason", wish.reason());
    return object;
  }
}
