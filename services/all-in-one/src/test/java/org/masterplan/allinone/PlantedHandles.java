package org.masterplan.allinone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.masterplan.kernel.text.Texts;

/**
 * Where it is known whose a handle is. Who goes by it on another platform may be anybody: that they
 * are the same only the truth knows, and no wish of the person's reaches what they said there.
 */
final class PlantedHandles {
  private static final String EVERYWHERE = "";

  private final Path files;
  private final Map<String, String> platforms = new TreeMap<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  PlantedHandles(Path files) {
    this.files = files;
    for (var community : Planted.rows(files.resolve("communities.csv"))) {
      platforms.put(community.get("community"), community.get("platform"));
    }
  }

  /** It is written as somebody's in a customer database, which says no platform. */
  void ofARecord(String handle) {
    known.computeIfAbsent(plain(handle), _ -> new HashSet<>()).add(EVERYWHERE);
  }

  /** It is written as somebody's in the list of that community's members. */
  void ofAMember(String handle, String community) {
    var platform = platforms.getOrDefault(community, EVERYWHERE);
    known.computeIfAbsent(plain(handle), _ -> new HashSet<>()).add(platform);
  }

  /** Those that somebody goes by on a platform on which nobody says whose they are. */
  Set<String> elsewhere() {
    var elsewhere = new HashSet<String>();
    for (var mention : Planted.rows(files.resolve("mentions.csv"))) {
      var author = plain(mention.getOrDefault("author", ""));
      var on = known.getOrDefault(author, Set.of(EVERYWHERE));
      if (!on.contains(EVERYWHERE) && !on.contains(mention.get("platform"))) {
        elsewhere.add(author);
      }
    }
    return elsewhere;
  }

  private static String plain(String handle) {
    return Texts.fold(handle).replaceFirst("^@", "");
  }
}
