package org.masterplan.allinone.rest;

import com.google.gson.JsonObject;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/** What a request brings, as a body that can be sent again. */
public sealed interface Body {
  /** What it is. */
  String contentType();

  /** Its bytes, read from their beginning. */
  BodyPublisher publisher() throws FileNotFoundException;

  /** A JSON object. */
  record Json(JsonObject value) implements Body {
    @Override
    public String contentType() {
      return "application/json";
    }

    @Override
    public BodyPublisher publisher() {
      return BodyPublishers.ofString(value.toString());
    }
  }

  /** A file, streamed. */
  record File(Path path, String contentType) implements Body {
    @Override
    public BodyPublisher publisher() throws FileNotFoundException {
      return BodyPublishers.ofFile(path);
    }
  }
}
