package org.masterplan.allinone;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.masterplan.allinone.rest.Body;

/** What tests send. */
final class Bodies {
  private Bodies() {}

  /** These lines as a CSV file of their own in the folder. */
  static Body.File csv(Path folder, String... lines) throws IOException {
    var file = Files.createTempFile(folder, "rows-", ".csv");
    return new Body.File(Files.write(file, List.of(lines)), "text/csv");
  }

  static JsonObject titled(String title) {
    var body = new JsonObject();
    body.addProperty("title", title);
    return body;
  }
}
