package org.masterplan.gateway.issuer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Users in one small JSON file that only its owner may read. Read again at every question: the
 * command line may change it beside a running server, and it holds a pilot's users, not a
 * company's.
 */
public final class FileUsers implements Users {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final TypeToken<List<User>> LIST = new TypeToken<>() {};
  private final Path file;

  public FileUsers(Path file) {
    this.file = file;
  }

  @Override
  public Optional<User> find(String id) {
    return list().stream().filter(user -> user.id().equals(id)).findFirst();
  }

  @Override
  public List<User> list() {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      Collection<User> users = GSON.fromJson(Files.readString(file), LIST);
      return users.stream().sorted(Comparator.comparing(User::id)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void put(User user) {
    var users = new TreeMap<String, User>();
    list().forEach(known -> users.put(known.id(), known));
    users.put(user.id(), user);
    PrivateFiles.write(file, GSON.toJson(users.values()));
  }
}
