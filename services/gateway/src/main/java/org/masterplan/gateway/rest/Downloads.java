package org.masterplan.gateway.rest;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.masterplan.gateway.contract.Rpc;
import org.masterplan.kernel.refusal.Refusal;

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
    // The first part decides: a call refused at once is answered as an error, not as a file.
    if (!parts.hasNext()) {
      return;
    }
    var first = parts.next();
    response.setContentType(text(first));
    response.setHeader("Content-Disposition", "attachment");
    bytes(first).writeTo(response.getOutputStream());
    try {
      while (parts.hasNext()) {
        bytes(parts.next()).writeTo(response.getOutputStream());
      }
    } catch (StatusRuntimeException | Refusal e) {
      // An error in the middle of a file would pass for its end: break off instead.
      throw new IOException("the file broke off", e);
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
