package org.masterplan.gateway.console;

import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CreateCommunityRequest;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.masterplan.registry.v1.SubmitCommunityRequest;
import org.masterplan.registry.v1.UpdateCommunityRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering a community, and changing what was written about it. */
@Controller
final class RegisterPages {
  private final Services services;
  private final Directory directory;
  private final Supplier<UUID> requestIds;

  RegisterPages(Services services, Directory directory, Supplier<UUID> requestIds) {
    this.services = services;
    this.directory = directory;
    this.requestIds = requestIds;
  }

  /**
   * A field that somebody else changed while it was being edited.
   *
   * @param read what was read
   * @param now what is stored now
   * @param mine what was about to be written
   */
  public record Conflict(String field, String read, String now, String mine) {}

  @GetMapping("/communities/new")
  String blank(Visitor visitor, Model model) {
    var units = visitor.person().units();
    var start = Community.newBuilder();
    if (units.size() == 1) {
      start.setBusinessUnit("businessUnits/" + units.iterator().next());
    }
    return form(start.build(), visitor, model);
  }

  @PostMapping("/communities")
  String register(
      @RequestParam MultiValueMap<String, String> fields,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var wanted = CommunityFields.read(fields, Community.getDefaultInstance());
    try {
      var request =
          CreateCommunityRequest.newBuilder()
              .setCommunity(wanted)
              .setRequestId(FormFields.request(fields));
      var made = services.communities(visitor).createCommunity(request.build());
      return after(made, fields, visitor);
    } catch (StatusRuntimeException e) {
      return refuse(e, wanted, new Reply(visitor, model, response));
    }
  }

  @GetMapping("/communities/{id}/edit")
  String edit(@PathVariable String id, Visitor visitor, Model model) {
    var stored = stored(id, visitor);
    model.addAttribute("read", pack(stored));
    return form(stored, visitor, model);
  }

  @PostMapping("/communities/{id}/edit")
  String update(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var read = unpack(fields.getFirst("read")).orElseGet(() -> stored(id, visitor));
    var mine = CommunityFields.read(fields, read);
    var reply = new Reply(visitor, model, response);
    try {
      var changed = CommunityFields.changed(read, mine);
      if (!changed.isEmpty()) {
        services.communities(visitor).updateCommunity(request(id, mine, changed));
      }
      return "redirect:/communities/" + id + "?done=edit";
    } catch (StatusRuntimeException e) {
      if (Refused.of(e).isStale()) {
        return conflict(id, read, mine, reply);
      }
      model.addAttribute("read", pack(read));
      return refuse(e, mine, reply);
    }
  }

  private record Reply(Visitor visitor, Model model, HttpServletResponse response) {}

  /** A draft that is also to be decided upon goes on; what it lacks is told on its page. */
  private String after(Community made, MultiValueMap<String, String> fields, Visitor visitor) {
    if (!"submit".equals(fields.getFirst("then"))) {
      return "redirect:/" + made.getName() + "?done=register";
    }
    try {
      var request =
          SubmitCommunityRequest.newBuilder()
              .setName(made.getName())
              .setEtag(made.getEtag())
              .setRequestId(FormFields.request(fields));
      services.communities(visitor).submitCommunity(request.build());
      return "redirect:/" + made.getName() + "?done=submit";
    } catch (StatusRuntimeException _) {
      return "redirect:/" + made.getName() + "?done=draft";
    }
  }

  private static UpdateCommunityRequest request(String id, Community mine, List<String> changed) {
    return UpdateCommunityRequest.newBuilder()
        .setCommunity(mine.toBuilder().setName("communities/" + id))
        .setUpdateMask(FieldMask.newBuilder().addAllPaths(changed))
        .build();
  }

  /** Shows who changed what, and keeps what was written on top of what is stored now. */
  private String conflict(String id, Community read, Community mine, Reply reply) {
    var now = stored(id, reply.visitor());
    var conflicts = new ArrayList<Conflict>();
    for (var field : CommunityFields.changed(read, now)) {
      conflicts.add(
          new Conflict(
              field,
              CommunityFields.text(read, field),
              CommunityFields.text(now, field),
              CommunityFields.text(mine, field)));
    }
    var merged = now;
    for (var field : CommunityFields.changed(read, mine)) {
      merged = CommunityFields.with(merged, mine, field);
    }
    reply.response().setStatus(HttpServletResponse.SC_CONFLICT);
    reply.model().addAttribute("conflicts", conflicts);
    reply.model().addAttribute("read", pack(now));
    return form(merged, reply.visitor(), reply.model());
  }

  private String refuse(StatusRuntimeException e, Community written, Reply reply) {
    var refused = Refused.of(e);
    reply.response().setStatus(refused.http());
    reply.model().addAttribute("refused", refused);
    return form(written, reply.visitor(), reply.model());
  }

  private String form(Community community, Visitor visitor, Model model) {
    var asked = new Asked();
    model.addAttribute("community", community);
    // Sent twice, as by a double click, the form asks for one community.
    model.addAttribute("requestId", requestIds.get());
    model.addAttribute("form", CommunityFields.write(community));
    model.addAttribute("platforms", Platforms.KNOWN);
    model.addAttribute("segments", directory.segments(visitor, asked));
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("present", directory.present(visitor, asked));
    model.addAttribute("objectives", directory.objectives(visitor, asked));
    model.addAttribute("lines", directory.productLines(visitor, asked));
    model.addAttribute("missing", asked.missing());
    return "register";
  }

  private Community stored(String id, Visitor visitor) {
    var request = GetCommunityRequest.newBuilder().setName("communities/" + id).build();
    return services.communities(visitor).getCommunity(request);
  }

  private static String pack(Community community) {
    return Base64.getUrlEncoder().encodeToString(community.toByteArray());
  }

  private static Optional<Community> unpack(@org.jspecify.annotations.Nullable String packed) {
    try {
      return packed == null || packed.isEmpty()
          ? Optional.empty()
          : Optional.of(Community.parseFrom(Base64.getUrlDecoder().decode(packed)));
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
