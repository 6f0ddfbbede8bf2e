package org.masterplan.allinone.plan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.rpc.Code;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.rest.CallHeaders;
import org.masterplan.gateway.rest.HttpRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.HttpRequestHandler;

/**
 * {@code POST /v1/backups}: an administrator has the plan that is served copied into a folder of
 * this machine. Only a process that holds the store can, so this is no service's.
 */
final class BackupDoor implements HttpRequestHandler {
  static final String PATH = "/v1/backups";

  private static final Logger log = LoggerFactory.getLogger(BackupDoor.class);
  private static final String ROLE = "administrator";
  private static final int LIMIT = 10_000;
  private final Optional<Backups> backups;
  private final Answers answers;

  /**
   * Answers for a plan.
   *
   * @param backups empty: the documents are on somebody else's server
   */
  BackupDoor(Optional<Backups> backups, Answers answers) {
    this.backups = backups;
    this.answers = answers;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var answer = take(request);
      response.setContentType("application/json");
      response.getOutputStream().write(answer.toString().getBytes(StandardCharsets.UTF_8));
    } catch (Shut shut) {
      answers.refuse(response, shut.refusal, CallHeaders.language(request));
    }
  }

  private JsonObject take(HttpServletRequest request) throws IOException, Shut {
    if (!request.getMethod().equals("POST")) {
      throw new Shut(HttpRefusal.otherMethods("POST"));
    }
    var subject = administrator();
    var folder = folder(request);
    try {
      var taken = backups.orElseThrow(() -> refused("BACKUP_ELSEWHERE", Map.of())).take(folder);
      log.info("a backup was taken for {}", subject);
      return taken;
    } catch (Backups.NotTaken e) {
      throw refused(e.reason(), e.about());
    }
  }

  private static String administrator() throws Shut {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken t) {
      var claimed = t.getToken().getClaimAsStringList("roles");
      var roles = claimed == null ? List.<String>of() : claimed;
      if (roles.contains(ROLE)) {
        return String.valueOf(t.getToken().getSubject());
      }
      var about = Map.of("roles", String.join(", ", roles), "method", "POST " + PATH);
      throw new Shut(new HttpRefusal(403, Code.PERMISSION_DENIED, "ROLE_NOT_ALLOWED", about));
    }
    throw new Shut(HttpRefusal.unauthenticated());
  }

  private static Path folder(HttpServletRequest request) throws IOException, Shut {
    var body = new String(request.getInputStream().readNBytes(LIMIT), StandardCharsets.UTF_8);
    try {
      if (JsonParser.parseString(body) instanceof JsonObject object
          && object.get("folder") instanceof JsonPrimitive folder) {
        return Path.of(folder.getAsString());
      }
    } catch (JsonParseException | InvalidPathException _) {
      // Said below.
    }
    throw refused("BACKUP_PLACE", Map.of("folder", ""));
  }

  private static Shut refused(String reason, Map<String, String> about) {
    return new Shut(new HttpRefusal(400, Code.INVALID_ARGUMENT, reason, about));
  }

  /** Nothing was done. */
  @SuppressWarnings("serial") // never leaves this process
  private static final class Shut extends Exception {
    private final transient HttpRefusal refusal;

    Shut(HttpRefusal refusal) {
      this.refusal = refusal;
    }
  }
}
