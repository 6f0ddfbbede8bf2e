package org.masterplan.gateway.console;

import java.util.TreeMap;
import org.masterplan.governance.v1.GetMessageRequest;
import org.masterplan.profiles.v1.GetPromotionEffectRequest;
import org.masterplan.profiles.v1.PromotionEffect;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whether promotions make a community's members buy more. */
@Controller
final class PromotionPages {
  private static final String PROFILES = "customer-profiles";

  private final Services services;

  PromotionPages(Services services) {
    this.services = services;
  }

  @GetMapping("/communities/{id}/promotions")
  String show(@PathVariable String id, Visitor visitor, Model model) {
    var asked = new Asked();
    var name = "communities/" + id;
    var community = GetCommunityRequest.newBuilder().setName(name).build();
    var request = GetPromotionEffectRequest.newBuilder().setName(name).build();
    model.addAttribute("community", services.communities(visitor).getCommunity(community));
    var effect = asked.of(PROFILES, () -> services.promotions(visitor).getPromotionEffect(request));
    model.addAttribute("effect", effect.orElse(null));
    var titles = new TreeMap<String, String>();
    effect.ifPresent(found -> titles(found, visitor, asked, titles));
    model.addAttribute("titles", titles);
    model.addAttribute("missing", asked.missing());
    return "promotions";
  }

  /** Asked one by one: there are at most twenty. */
  private void titles(
      PromotionEffect effect, Visitor visitor, Asked asked, TreeMap<String, String> titles) {
    for (var comparison : effect.getComparisonsList()) {
      if (!comparison.getMessage().isEmpty()) {
        var request = GetMessageRequest.newBuilder().setName(comparison.getMessage()).build();
        asked
            .of("message-governance", () -> services.messages(visitor).getMessage(request))
            .ifPresent(message -> titles.put(message.getName(), message.getTitle()));
      }
    }
  }
}
