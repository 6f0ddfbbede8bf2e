package org.masterplan.gateway.web;

import org.masterplan.gateway.issuer.Keys;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The keys that services verify tokens by. Public, as such keys are. */
@Controller
public final class PublishedKeys {
  private final Keys keys;

  public PublishedKeys(Keys keys) {
    this.keys = keys;
  }

  @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String keys() {
    return keys.published().toString(true);
  }
}
