package org.masterplan.gateway.console;

import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.v1.CreateMessageRequest;
import org.masterplan.governance.v1.GetMessageRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.SubmitMessageRequest;
import org.masterplan.governance.v1.UpdateMessageRequest;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a message, and changing what is written about it while it is a draft. */
@Controller
final class MessageFormPages {
  private final Services services;
  private final Directory directory;
  private final MessageSource words;
  private final ZoneId zone;
  private final Supplier<UUID> requestIds;

  MessageFormPages(Services services, Directory directory, MessageSource words, Asking asking) {
    this.services = services;
    this.directory = directory;
    this.words = words;
    this.zone = asking.zone();
    this.requestIds = asking.requestIds();
  }

  /**
   * How the form asks.
   *
   * @param zone in which times are written
   * @param requestIds ids of forms: sent twice, as by a double click, one asks for one message
   */
  record Asking(ZoneId zone, Supplier<UUID> requestIds) {}

  private record Reply(Visitor visitor, Model model, HttpServletResponse response) {}

  @GetMapping("/messages/new")
  String blank(@RequestParam(defaultValue = "") String community, Visitor visitor, Model model) {
    var start = Message.newBuilder();
    var units = visitor.person().units();
    if (units.size() == 1) {
      start.setBusinessUnit("businessUnits/" + units.iterator().next());
    }
    if (community.matches("[a-z0-9-]{1,63}")) {
      start.getAudienceBuilder().addCommunities("communities/" + community);
    }
    return form(MessageForm.of(start.build(), zone), "", visitor, model);
  }

  @PostMapping("/messages")
  String write(
      @RequestParam MultiValueMap<String, String> fields,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var form = MessageForm.read(fields);
    var reply = new Reply(visitor, model, response);
    if (!form.problems().isEmpty()) {
      return refuse(refused(form, visitor), form, "", reply);
    }
    try {
      var wanted = form.message(Message.getDefaultInstance(), zone);
      var request =
          CreateMessageRequest.newBuilder()
              .setMessage(wanted)
              .setRequestId(FormFields.request(fields));
      return after(services.messages(visitor).createMessage(request.build()), fields, visitor);
    } catch (StatusRuntimeException e) {
      return refuse(Refused.of(e), form, "", reply);
    }
  }

  @GetMapping("/messages/{id}/edit")
  String edit(@PathVariable String id, Visitor visitor, Model model) {
    var stored = stored(id, visitor);
    model.addAttribute("read", pack(stored));
    return form(MessageForm.of(stored, zone), stored.getName(), visitor, model);
  }

  @PostMapping("/messages/{id}/edit")
  String update(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var read = unpack(fields.getFirst("read")).orElseGet(() -> stored(id, visitor));
    var mine = MessageForm.read(fields);
    var reply = new Reply(visitor, model, response);
    model.addAttribute("read", pack(read));
    if (!mine.problems().isEmpty()) {
      return refuse(refused(mine, visitor), mine, read.getName(), reply);
    }
    try {
      var changed = mine.changed(MessageForm.of(read, zone));
      if (!changed.isEmpty()) {
        var request =
            UpdateMessageRequest.newBuilder()
                .setMessage(mine.message(read, zone).toBuilder().setName("messages/" + id))
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(MessageForm.masked(changed)));
        services.messages(visitor).updateMessage(request.build());
      }
      return "redirect:/messages/" + id + "?done=edit";
    } catch (StatusRuntimeException e) {
      return Refused.of(e).isStale()
          ? conflict(id, read, mine, reply)
          : refuse(Refused.of(e), mine, read.getName(), reply);
    }
  }

  /** A draft that is also to be decided upon goes on; why it does not is told on its page. */
  private String after(Message made, MultiValueMap<String, String> fields, Visitor visitor) {
    if (!"submit".equals(fields.getFirst("then"))) {
      return "redirect:/" + made.getName() + "?done=write";
    }
    try {
      var request =
          SubmitMessageRequest.newBuilder()
              .setName(made.getName())
              .setEtag(made.getEtag())
              .setRequestId(FormFields.request(fields));
      services.messages(visitor).submitMessage(request.build());
      return "redirect:/" + made.getName() + "?done=submit";
    } catch (StatusRuntimeException _) {
      return "redirect:/" + made.getName() + "?done=write.draft";
    }
  }

  /** Shows who changed what, and keeps what was written on top of what is stored now. */
  private String conflict(String id, Message read, MessageForm mine, Reply reply) {
    var now = stored(id, reply.visitor());
    var before = MessageForm.of(read, zone);
    var current = MessageForm.of(now, zone);
    var conflicts =
        before.changed(current).stream()
            .map(
                field ->
                    new RegisterPages.Conflict(
                        field, text(before, field), text(current, field), text(mine, field)))
            .toList();
    reply.response().setStatus(HttpServletResponse.SC_CONFLICT);
    reply.model().addAttribute("conflicts", conflicts);
    reply.model().addAttribute("read", pack(now));
    var merged = current.with(mine.changed(before), mine);
    return form(merged, now.getName(), reply.visitor(), reply.model());
  }

  private Refused refused(MessageForm form, Visitor visitor) {
    var fields =
        form.problems().stream()
            .map(
                p ->
                    new Refused.Field(p.field(), words.getMessage(p.key(), null, visitor.locale())))
            .toList();
    var text = words.getMessage("problem", null, visitor.locale());
    return new Refused(Status.Code.INVALID_ARGUMENT, text, fields);
  }

  private String refuse(Refused refused, MessageForm form, String name, Reply reply) {
    reply.response().setStatus(refused.http());
    reply.model().addAttribute("refused", refused);
    return form(form, name, reply.visitor(), reply.model());
  }

  private String form(MessageForm form, String name, Visitor visitor, Model model) {
    var asked = new Asked();
    model.addAttribute("form", form);
    model.addAttribute("name", name);
    model.addAttribute("requestId", requestIds.get());
    model.addAttribute("segments", directory.segments(visitor, asked));
    model.addAttribute("communities", directory.communities(visitor, asked));
    model.addAttribute("lines", directory.productLines(visitor, asked));
    model.addAttribute("units", own(directory.units(visitor, asked), visitor));
    model.addAttribute("zone", zone.getId());
    model.addAttribute("missing", asked.missing());
    return "message-form";
  }

  /** A unit writes for itself; the office for any. */
  private static Map<String, String> own(Map<String, String> units, Visitor visitor) {
    if (visitor.person().is("cmo")) {
      return units;
    }
    var own = new LinkedHashMap<>(units);
    own.keySet().removeIf(u -> !visitor.person().units().contains(u.replace("businessUnits/", "")));
    return own;
  }

  private Message stored(String id, Visitor visitor) {
    var request = GetMessageRequest.newBuilder().setName("messages/" + id).build();
    return services.messages(visitor).getMessage(request);
  }

  private static String text(MessageForm form, String field) {
    return String.join(", ", form.all(field));
  }

  private static String pack(Message message) {
    return Base64.getUrlEncoder().encodeToString(message.toByteArray());
  }

  private static Optional<Message> unpack(@Nullable String packed) {
    try {
      return packed == null || packed.isEmpty()
          ? Optional.empty()
          : Optional.of(Message.parseFrom(Base64.getUrlDecoder().decode(packed)));
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
