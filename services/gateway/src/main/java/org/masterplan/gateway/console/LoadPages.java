package org.masterplan.gateway.console;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.operations.v1.LoadProgress;
import org.masterplan.platform.intake.ContentTypes;
import org.masterplan.profiles.v1.ConfirmMappingRequest;
import org.masterplan.profiles.v1.GetSourceRequest;
import org.masterplan.profiles.v1.SuggestMappingRequest;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files for a source, and by which mapping they are read. */
@Controller
final class LoadPages {
  /** So much of a file tells what its columns are; workbooks are read whole. */
  private static final int SAMPLE = 4 * 1024 * 1024;

  private static final int BEGINNING = 512 * 1024;

  private final Services services;
  private final Intakes intakes;
  private final MessageSource words;

  LoadPages(Services services, MessageSource words) {
    this.services = services;
    this.intakes = new Intakes(services);
    this.words = words;
  }

  /** The page that answers one request. */
  private record Reply(String id, Visitor visitor, Model model, HttpServletResponse response) {}

  @GetMapping("/sources/{id}/load")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String operation,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "false") boolean tooLarge,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("done", done);
    var reply = new Reply(id, visitor, model, response);
    follow(operation, reply);
    return tooLarge ? wrong("tooLarge", reply) : page(reply);
  }

  /** What came of the operation by now, as a part of the page. */
  @GetMapping("/sources/{id}/load/progress")
  String progress(
      @PathVariable String id,
      @RequestParam String operation,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("id", id);
    follow(operation, new Reply(id, visitor, model, response));
    return "load :: course";
  }

  /** Reads the file's beginning to suggest a mapping, or takes all of it: by the button pressed. */
  @PostMapping("/sources/{id}/load")
  String take(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String then,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Visitor visitor,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var reply = new Reply(id, visitor, model, response);
    if (!isFor(visitor)) {
      return Failures.nothingHere(model, response);
    }
    if (file == null || file.isEmpty()) {
      return wrong("missing.file", reply);
    }
    var name = String.valueOf(file.getOriginalFilename());
    if (!Intakes.isReadable(name)) {
      return wrong("missing.format", reply);
    }
    try {
      return then.equals("suggest")
          ? suggest(file, ContentTypes.of(name), reply)
          : load(file, ContentTypes.of(name), reply);
    } catch (StatusRuntimeException e) {
      return refuse(Refused.of(e), reply);
    }
  }

  private String suggest(MultipartFile file, String type, Reply reply) throws IOException {
    boolean whole = type.contains("sheet") || type.equals(ContentTypes.PARQUET);
    if (whole && file.getSize() > SAMPLE) {
      return wrong("tooLargeSample", reply);
    }
    try (var content = file.getInputStream()) {
      var sample = content.readNBytes(whole ? SAMPLE : BEGINNING);
      var request =
          SuggestMappingRequest.newBuilder()
              .setName("sources/" + reply.id())
              .setSample(whole ? ByteString.copyFrom(sample) : rows(sample))
              .setContentType(type)
              .build();
      var suggested = services.sources(reply.visitor()).suggestMapping(request);
      reply.model().addAttribute("suggested", new TreeMap<>(suggested.getMapping().getFieldsMap()));
      reply.model().addAttribute("suggestion", suggested);
      reply.model().addAttribute("seen", SeenMapping.text(suggested.getMapping()));
      reply.model().addAttribute("done", "suggested");
    }
    return page(reply);
  }

  /** Without a row that was cut: half a letter would be taken for another encoding. */
  private static ByteString rows(byte[] sample) {
    int end = sample.length;
    while (sample.length == BEGINNING && end > 0 && sample[end - 1] != '\n') {
      end--;
    }
    return ByteString.copyFrom(sample, 0, end == 0 ? sample.length : end);
  }

  private String load(MultipartFile file, String type, Reply reply) throws IOException {
    try (var content = file.getInputStream()) {
      var brought = new Intakes.Brought(content, type, "sources/" + reply.id());
      var started = intakes.load(brought, file.getSize(), reply.visitor());
      return followed(reply.id(), started);
    }
  }

  /**
   * The mapping as it was suggested; another one is written by a program. While one is confirmed, a
   * suggestion is not kept, and the form brings what it was.
   */
  @PostMapping("/sources/{id}/mapping")
  String confirm(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var request =
        ConfirmMappingRequest.newBuilder()
            .setName("sources/" + id)
            .setReason(FormFields.text(form, "reason"))
            .setEtag(FormFields.text(form, "etag"));
    try {
      var instead = FormFields.text(form, "mapping");
      if (!instead.isEmpty()) {
        request.setMapping(SeenMapping.of(instead));
      }
      services.sources(visitor).confirmMapping(request.build());
      return "redirect:/sources/" + id + "/load?done=confirmed";
    } catch (StatusRuntimeException e) {
      return refuse(Refused.of(e), new Reply(id, visitor, model, response));
    }
  }

  private void fill(String id, Visitor visitor, Model model) {
    var request = GetSourceRequest.newBuilder().setName("sources/" + id).build();
    var source = services.sources(visitor).getSource(request);
    model.addAttribute("id", id);
    model.addAttribute("source", source);
    model.addAttribute("mayAct", isFor(visitor));
    if (!model.containsAttribute("suggested")) {
      model.addAttribute("suggested", new TreeMap<>(source.getMapping().getFieldsMap()));
    }
  }

  private String page(Reply reply) {
    if (!isFor(reply.visitor())) {
      return Failures.nothingHere(reply.model(), reply.response());
    }
    fill(reply.id(), reply.visitor(), reply.model());
    return "load";
  }

  private String wrong(String how, Reply reply) {
    var text = words.getMessage("setUp." + how, null, reply.visitor().locale());
    var at = java.util.List.of(new Refused.Field("file", text));
    return refuse(new Refused(io.grpc.Status.Code.INVALID_ARGUMENT, text, at), reply);
  }

  private String refuse(Refused refused, Reply reply) {
    reply.response().setStatus(refused.http());
    reply.model().addAttribute("refused", refused);
    return page(reply);
  }

  /** Where the operation is followed. */
  static String followed(String id, Operation started) {
    var name = started.getName();
    return "redirect:/sources/"
        + id
        + "/load?operation="
        + name.substring(name.lastIndexOf('/') + 1);
  }

  private void follow(String operation, Reply reply) {
    if (operation.isEmpty()) {
      return;
    }
    var request = GetOperationRequest.newBuilder().setName("operations/" + operation).build();
    var found = services.operations(reply.visitor()).getOperation(request);
    reply.model().addAttribute("operation", found);
    reply.model().addAttribute("operationId", operation);
    if (found.hasMetadata()) {
      reply.model().addAttribute("worked", as(found.getMetadata(), LoadProgress.class));
    }
    if (found.hasResponse()) {
      reply.model().addAttribute("loaded", as(found.getResponse(), ImportResult.class));
    }
  }

  private static <T extends Message> @Nullable T as(com.google.protobuf.Any any, Class<T> type) {
    try {
      return any.is(type) ? any.unpack(type) : null;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("an operation ended with something else", e);
    }
  }

  private static boolean isFor(Visitor visitor) {
    return visitor.person().is("data-team");
  }
}
