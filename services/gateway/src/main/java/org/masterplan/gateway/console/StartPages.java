package org.masterplan.gateway.console;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.intake.ContentTypes;
import org.masterplan.registry.v1.BusinessUnit;
import org.masterplan.registry.v1.CreateBusinessUnitRequest;
import org.masterplan.registry.v1.CreateEmployeeRequest;
import org.masterplan.registry.v1.CreateSegmentRequest;
import org.masterplan.registry.v1.Employee;
import org.masterplan.registry.v1.Segment;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What a plan needs before communities can be registered, and files of what exists already. */
@Controller
final class StartPages {
  private static final int SHOWN = 100;
  private static final int LONGEST_ID = 63;

  private final Services services;
  private final Directory directory;
  private final Intakes intakes;
  private final MessageSource words;

  private final Supplier<UUID> requestIds;

  StartPages(
      Services services, Directory directory, MessageSource words, Supplier<UUID> requestIds) {
    this.services = services;
    this.directory = directory;
    this.intakes = new Intakes(services);
    this.words = words;
    this.requestIds = requestIds;
  }

  /** The page that answers one request. */
  private record Reply(Visitor visitor, Model model, HttpServletResponse response) {}

  /** One thing to be entered, as the form has it. */
  private record Entry(String kind, Map<String, String> form) {
    String text(String field) {
      return form.getOrDefault(field, "").strip();
    }

    /** The id that was typed, or one made from the title. */
    String id() {
      var plain = Texts.fold(text("title")).replaceAll("[^a-z0-9]+", "-");
      var made = plain.substring(0, Math.min(plain.length(), LONGEST_ID)).replaceAll("^-|-$", "");
      return text("id").isEmpty() ? made : text("id");
    }
  }

  /** Whether the visitor is of an office that sets the plan up. */
  static boolean isFor(Visitor visitor) {
    return visitor.person().is("administrator") || visitor.person().is("cmo");
  }

  @GetMapping("/start")
  String show(
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "false") boolean tooLarge,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("done", done);
    var reply = new Reply(visitor, model, response);
    return tooLarge
        ? refuse(new Entry("files", Map.of()), wrong("file", "tooLarge", visitor.locale()), reply)
        : page(reply);
  }

  @PostMapping("/start/units")
  String addUnit(
      @RequestParam Map<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var entry = new Entry("units", form);
    var request =
        CreateBusinessUnitRequest.newBuilder()
            .setBusinessUnitId(entry.id())
            .setBusinessUnit(BusinessUnit.newBuilder().setTitle(entry.text("title")))
            .setRequestId(entry.text("request"))
            .build();
    return enter(
        entry,
        () -> services.organisation(visitor).createBusinessUnit(request),
        new Reply(visitor, model, response));
  }

  @PostMapping("/start/segments")
  String addSegment(
      @RequestParam Map<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var entry = new Entry("segments", form);
    var segment =
        Segment.newBuilder()
            .setTitle(entry.text("title"))
            .setDescription(entry.text("description"));
    var request =
        CreateSegmentRequest.newBuilder()
            .setSegmentId(entry.id())
            .setSegment(segment)
            .setRequestId(entry.text("request"))
            .build();
    return enter(
        entry,
        () -> services.plan(visitor).createSegment(request),
        new Reply(visitor, model, response));
  }

  @PostMapping("/start/employees")
  String addEmployee(
      @RequestParam Map<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var entry = new Entry("employees", form);
    var employee =
        Employee.newBuilder()
            .setTitle(entry.text("title"))
            .setBusinessUnit(entry.text("business_unit"));
    var request =
        CreateEmployeeRequest.newBuilder()
            .setEmployeeId(entry.id())
            .setEmployee(employee)
            .setRequestId(entry.text("request"))
            .build();
    return enter(
        entry,
        () -> services.organisation(visitor).createEmployee(request),
        new Reply(visitor, model, response));
  }

  /** Answers with what became of the file; the same file again changes nothing. */
  @PostMapping("/start/files")
  String take(
      @RequestParam Map<String, String> form,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Visitor visitor,
      Model model,
      HttpServletResponse response)
      throws IOException {
    if (!isFor(visitor)) {
      return Failures.nothingHere(model, response);
    }
    var reply = new Reply(visitor, model, response);
    var entry = new Entry("files", form);
    var kind = kind(entry.text("kind"));
    var lacking = lacking(entry, kind, file);
    if (file == null || kind.isEmpty() || lacking.isPresent()) {
      var field = lacking.orElse("file");
      var at = field.equals("format") ? "file" : field;
      return refuse(entry, wrong(at, "missing." + field, visitor.locale()), reply);
    }
    try (var content = file.getInputStream()) {
      var name = String.valueOf(file.getOriginalFilename());
      var brought = new Intakes.Brought(content, ContentTypes.of(name), entry.text("community"));
      var result = intakes.take(kind.get(), brought, visitor);
      model.addAttribute("result", result);
      model.addAttribute("file", name);
      model.addAttribute("rejected", result.getRejectedList().stream().limit(SHOWN).toList());
      model.addAttribute("typed", entry.form());
      return page(reply);
    } catch (StatusRuntimeException e) {
      return refuse(entry, Refused.of(e), reply);
    }
  }

  /** What has to be told before a service is asked: the key of the words that say so. */
  private static Optional<String> lacking(
      Entry entry, Optional<Intakes.Kind> kind, @Nullable MultipartFile file) {
    if (file == null || file.isEmpty()) {
      return Optional.of("file");
    }
    if (kind.isEmpty()) {
      return Optional.of("kind");
    }
    if (kind.get() == Intakes.Kind.MEMBERS && entry.text("community").isEmpty()) {
      return Optional.of("community");
    }
    var isReadable = Intakes.isReadable(String.valueOf(file.getOriginalFilename()));
    return isReadable ? Optional.empty() : Optional.of("format");
  }

  private String enter(Entry entry, Runnable call, Reply reply) {
    if (!isFor(reply.visitor())) {
      return Failures.nothingHere(reply.model(), reply.response());
    }
    try {
      call.run();
      return "redirect:/start?done=" + entry.kind() + "#" + entry.kind();
    } catch (StatusRuntimeException e) {
      return refuse(entry, Refused.of(e), reply);
    }
  }

  /** What was typed stays, and what is wrong is said at its field. */
  private String refuse(Entry entry, Refused refused, Reply reply) {
    var fields =
        refused.fields().stream()
            .map(f -> new Refused.Field(entry.kind() + "-" + field(f.name()), f.text()))
            .toList();
    reply.response().setStatus(refused.http());
    reply.model().addAttribute("refused", new Refused(refused.code(), refused.text(), fields));
    reply.model().addAttribute("wrong", entry.kind());
    reply.model().addAttribute("typed", entry.form());
    return page(reply);
  }

  /** {@code business_unit_id} is the id of the unit's own form, {@code parent} the community. */
  private static String field(String name) {
    return switch (name) {
      case "parent" -> "community";
      case "business_unit_id", "segment_id", "employee_id" -> "id";
      default -> name;
    };
  }

  private Refused wrong(String field, String how, Locale locale) {
    var text = words.getMessage("setUp." + how, null, locale);
    return new Refused(Status.Code.INVALID_ARGUMENT, text, List.of(new Refused.Field(field, text)));
  }

  private String page(Reply reply) {
    var visitor = reply.visitor();
    if (!isFor(visitor)) {
      return Failures.nothingHere(reply.model(), reply.response());
    }
    var asked = new Asked();
    var model = reply.model();
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("segments", directory.segments(visitor, asked));
    model.addAttribute("employees", directory.present(visitor, asked));
    model.addAttribute("communities", directory.communities(visitor, asked));
    // Sent twice, as by a double click, a form enters one thing; ids are kept by method.
    model.addAttribute("requestId", requestIds.get());
    model.addAttribute("kinds", Intakes.Kind.values());
    model.addAttribute("missing", asked.missing());
    return "start";
  }

  private static Optional<Intakes.Kind> kind(String wanted) {
    return List.of(Intakes.Kind.values()).stream().filter(k -> k.name().equals(wanted)).findFirst();
  }
}
