package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.masterplan.profiles.v1.AnswerPeopleSampleRequest;
import org.masterplan.profiles.v1.DrawPeopleSampleRequest;
import org.masterplan.profiles.v1.GetPeopleSampleRequest;
import org.masterplan.profiles.v1.PeopleSample;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Profiles drawn by chance, of which stewards say in how many others their persons stand. */
@Controller
final class PeopleSamplePages {
  private static final String PAGE = "people-sample";

  /** So many are asked about at once. */
  private static final int AT_ONCE = 25;

  /** From so many looks on the service tells an interval. */
  private static final int ENOUGH = 30;

  private static final String PROFILE = "profiles/";
  private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,4}([+][0-9]{1,4})*");

  private final Services services;

  PeopleSamplePages(Services services) {
    this.services = services;
  }

  @GetMapping("/people-sample")
  String show(@RequestParam(defaultValue = "") String done, Visitor visitor, Model model) {
    model.addAttribute("done", done);
    return fill(Map.of(), visitor, model);
  }

  /** Keeps what can be read; what cannot is said, and asked again. */
  @PostMapping("/people-sample")
  String answer(
      @RequestParam Map<String, String> parameters,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var said = AnswerPeopleSampleRequest.newBuilder();
    boolean unread = false;
    for (var each : parameters.entrySet()) {
      var written = each.getValue().strip();
      if (!each.getKey().startsWith(PROFILE) || written.isEmpty()) {
        continue;
      }
      if (NUMBERS.matcher(written).matches()) {
        said.addLooks(look(each.getKey(), written));
      } else {
        unread = true;
      }
    }
    try {
      if (said.getLooksCount() > 0) {
        services.quality(visitor).answerPeopleSample(said.build());
      }
    } catch (StatusRuntimeException e) {
      refuse(e, model, response);
      return fill(parameters, visitor, model);
    }
    return "redirect:/people-sample?done=" + (unread ? "unread" : "saved");
  }

  @PostMapping("/people-sample/draw")
  String draw(
      @RequestParam(defaultValue = "0") int many,
      @RequestParam(defaultValue = "") String etag,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    try {
      services
          .quality(visitor)
          .drawPeopleSample(
              DrawPeopleSampleRequest.newBuilder().setSampleSize(many).setEtag(etag).build());
    } catch (StatusRuntimeException e) {
      refuse(e, model, response);
      return fill(Map.of(), visitor, model);
    }
    return "redirect:/people-sample?done=drawn";
  }

  private static PeopleSample.Look look(String profile, String written) {
    List<Integer> elsewhere = Arrays.stream(written.split("[+]")).map(Integer::valueOf).toList();
    return PeopleSample.Look.newBuilder().setProfile(profile).addAllElsewhere(elsewhere).build();
  }

  private static void refuse(StatusRuntimeException e, Model model, HttpServletResponse response) {
    var refused = Refused.of(e);
    response.setStatus(refused.http());
    model.addAttribute("refused", refused);
  }

  private String fill(Map<String, String> written, Visitor visitor, Model model) {
    var sample =
        services.quality(visitor).getPeopleSample(GetPeopleSampleRequest.getDefaultInstance());
    model.addAttribute("sample", sample);
    model.addAttribute(
        "open",
        sample.getLooksList().stream()
            .filter(look -> look.getElsewhereCount() == 0)
            .limit(AT_ONCE)
            .toList());
    model.addAttribute("written", written);
    model.addAttribute("enough", ENOUGH);
    model.addAttribute("mayDecide", visitor.person().is("data-team"));
    return PAGE;
  }
}
