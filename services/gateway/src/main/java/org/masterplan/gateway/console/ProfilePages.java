package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.masterplan.profiles.v1.ExplainProfileRequest;
import org.masterplan.profiles.v1.GetProfileFragmentationRequest;
import org.masterplan.profiles.v1.GetProfileHistoryRequest;
import org.masterplan.profiles.v1.GetProfileRelationsRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.ListProfilesRequest;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.ProfileFragmentation;
import org.masterplan.profiles.v1.ProfileHistory;
import org.masterplan.profiles.v1.ProfileRelations;
import org.masterplan.profiles.v1.ProfileServiceGrpc.ProfileServiceBlockingStub;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding a person, and seeing where each value comes from. */
@Controller
final class ProfilePages {
  private static final int PAGE = 25;

  /** The order in which a profile's fields are read; others follow by name. */
  private static final List<String> FIRST =
      List.of("fullName", "birthDate", "birthYear", "gender", "phone", "email", "nationalId");

  private final Services services;
  private final Directory directory;
  private final Clock clock;

  ProfilePages(Services services, Directory directory, Clock clock) {
    this.services = services;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping("/profiles")
  String search(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String token,
      Visitor visitor,
      Model model) {
    var words = q.strip();
    model.addAttribute("q", words);
    model.addAttribute("purpose", visitor.purpose());
    if (words.isEmpty()) {
      return "profiles";
    }
    model.addAttribute("whole", true);
    model.addAttribute("now", clock.instant());
    try {
      find(words, token, visitor, model);
    } catch (StatusRuntimeException e) {
      var refused = Refused.of(e);
      switch (refused.code()) {
        case NOT_FOUND -> model.addAttribute("profiles", List.of());
        default -> model.addAttribute("refused", refused);
      }
    }
    return "profiles";
  }

  @GetMapping("/profiles/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model) {
    var asked = new Asked();
    model.addAttribute("done", done);
    var name = "profiles/" + id;
    var profile =
        services.profiles(visitor).getProfile(GetProfileRequest.newBuilder().setName(name).build());
    model.addAttribute("profile", profile);
    asked.miss(profile.getMissingCount() == 0 ? List.of() : List.of("community-registry"));
    model.addAttribute("values", ordered(profile));
    model.addAttribute("purpose", visitor.purpose());
    model.addAttribute("segments", directory.segments(visitor, asked));
    var relations = relations(visitor, name, asked);
    model.addAttribute("relations", relations.orElse(null));
    var touched = touched(visitor, name, asked);
    model.addAttribute("touched", touched.orElse(null));
    model.addAttribute("units", touched.isEmpty() ? Map.of() : directory.units(visitor, asked));
    model.addAttribute(
        "communities", titles(visitor, communities(profile, relations, touched), asked));
    model.addAttribute(
        "explained",
        asked
            .of(
                "customer-profiles",
                () ->
                    services
                        .profiles(visitor)
                        .explainProfile(ExplainProfileRequest.newBuilder().setName(name).build()))
            .orElse(null));
    model.addAttribute("history", history(visitor, profile.getName(), asked).orElse(null));
    model.addAttribute("missing", asked.missing());
    return "profile";
  }

  /** One key finds one person; words find everybody whose name has them. */
  private void find(String words, String token, Visitor visitor, Model model) {
    var profiles = services.profiles(visitor);
    var key = key(words);
    if (key != null) {
      model.addAttribute("profiles", List.of(profiles.lookupProfile(key)));
      return;
    }
    var called = called(words, profiles);
    if (called.isPresent()) {
      model.addAttribute("profiles", List.of(called.get()));
      return;
    }
    var page =
        profiles.listProfiles(
            ListProfilesRequest.newBuilder()
                .setPageSize(PAGE)
                .setPageToken(token)
                .setFilter(filter(words))
                .build());
    model.addAttribute("profiles", page.getProfilesList());
    model.addAttribute("lineage", page.getLineage());
    model.addAttribute("next", page.getNextPageToken());
    model.addAttribute("whole", token.isEmpty() && page.getNextPageToken().isEmpty());
  }

  /** Who goes by that handle: one word, with a sign before it or in it that no name has. */
  private static Optional<Profile> called(String word, ProfileServiceBlockingStub profiles) {
    if (!word.matches("@\\S+|(?=\\S*[0-9._-])\\p{L}\\S+")) {
      return Optional.empty();
    }
    try {
      var request = LookupProfileRequest.newBuilder().setHandle(word.replaceFirst("^@", ""));
      return Optional.of(profiles.lookupProfile(request.build()));
    } catch (StatusRuntimeException e) {
      return switch (Refused.of(e).code()) {
        case NOT_FOUND, INVALID_ARGUMENT -> Optional.empty();
        default -> throw e;
      };
    }
  }

  private static @org.jspecify.annotations.Nullable LookupProfileRequest key(String words) {
    var request = LookupProfileRequest.newBuilder();
    var digits = words.replaceAll("[\\s.()+-]", "");
    if (words.matches("sources/[^/]+/records/.+")) {
      return request.setRecord(words).build();
    }
    if (words.matches("\\S+@\\S+\\.\\S+")) {
      return request.setEmail(words).build();
    }
    if (words.matches("[a-z_-]+:\\S+")) {
      return request.setHandle(words).build();
    }
    if (digits.matches("0[0-9]{11}|[1-9][0-9]{8}") && !digits.startsWith("84")) {
      return request.setNationalId(digits).build();
    }
    return digits.matches("[0-9]{9,13}") ? request.setPhone(words).build() : null;
  }

  private static String filter(String words) {
    var plain = words.replace("\\", " ").replace("\"", " ").strip();
    return plain.isEmpty() ? "" : "\"" + String.join("\" \"", plain.split("\\s+")) + "\"";
  }

  private static Map<String, Profile.Value> ordered(Profile profile) {
    var rest = new TreeMap<>(profile.getValuesMap());
    var ordered = new java.util.LinkedHashMap<String, Profile.Value>();
    for (var field : FIRST) {
      var value = rest.remove(field);
      if (value != null) {
        ordered.put(field, value);
      }
    }
    ordered.putAll(rest);
    return ordered;
  }

  /** Empty for those who may not know it. */
  private Optional<ProfileHistory> history(Visitor visitor, String name, Asked asked) {
    var request = GetProfileHistoryRequest.newBuilder().setName(name).build();
    return asked.of(
        "customer-profiles", () -> services.history(visitor).getProfileHistory(request));
  }

  private Optional<ProfileRelations> relations(Visitor visitor, String name, Asked asked) {
    var request = GetProfileRelationsRequest.newBuilder().setName(name).build();
    var relations =
        asked.of(
            "customer-profiles", () -> services.dealings(visitor).getProfileRelations(request));
    relations.ifPresent(known -> asked.miss(known.getMissingList()));
    return relations;
  }

  private Optional<ProfileFragmentation> touched(Visitor visitor, String name, Asked asked) {
    var request = GetProfileFragmentationRequest.newBuilder().setName(name).build();
    var touched =
        asked.of(
            "customer-profiles",
            () -> services.fragmentation(visitor).getProfileFragmentation(request));
    touched.ifPresent(known -> asked.miss(known.getMissingList()));
    return touched;
  }

  private static Set<String> communities(
      Profile profile,
      Optional<ProfileRelations> relations,
      Optional<ProfileFragmentation> touched) {
    var names = new TreeSet<String>();
    profile.getMembershipsList().forEach(membership -> names.add(membership.getCommunity()));
    relations.ifPresent(
        known -> known.getRelationsList().forEach(r -> names.add(r.getCommunity())));
    touched.ifPresent(
        known -> known.getCommunityTouchesList().forEach(t -> names.add(t.getName())));
    return names;
  }

  /** Asked one by one: a person is in a few communities, and the plan may hold thousands. */
  private Map<String, String> titles(Visitor visitor, Set<String> communities, Asked asked) {
    var titles = new TreeMap<String, String>();
    for (var name : communities) {
      var request = GetCommunityRequest.newBuilder().setName(name).build();
      asked
          .of("community-registry", () -> services.communities(visitor).getCommunity(request))
          .ifPresent(community -> titles.put(name, community.getTitle()));
    }
    return titles;
  }
}
