package org.masterplan.gateway.rest;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.masterplan.gateway.contract.Rpc;

/** Streams of {@code google.api.HttpBody}: files, written as their bytes come. */
record Downloads(Rpc rpc) {
  private static final String TYPE = "google.api.HttpBody";

  /** How to write the call's answer, if it is a file. */
  static Optional<Downloads> of(Rpc rpc) {
    return rpc.proto().getOutputType().getFullName().equals(TYPE)
        ? Optional.of(new Downloads(rpc))
        : Optional.empty();
  }

  void write(Iterator<DynamicMessage> parts, HttpServletResponse response) throws IOException {
    var begun = false;
    while (parts.hasNext()) {
      var part = parts.next();
      if (!begun) {
        response.setContentType(text(part));
        response.setHeader("Content-Disposition", "attachment");
        begun = true;
      }
      bytes(part).writeTo(response.getOutputStream());
    }
  }

  private String text(DynamicMessage part) {
    var stated =
        (String) part.getField(rpc.proto().getOutputType().findFieldByName("content_type"));
    return stated.isEmpty() ? "application/octet-stream" : stated;
  }

  private ByteString bytes(DynamicMessage part) {
    return (ByteString) part.getField(rpc.proto().getOutputType().findFieldByName("data"));
  }
}
