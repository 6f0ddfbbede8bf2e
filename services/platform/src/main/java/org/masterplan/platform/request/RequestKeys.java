package org.masterplan.platform.request;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names requests: by caller, method and request id, and by what they ask. */
final class RequestKeys {
  private RequestKeys() {}

  /** The message's {@code request_id}; empty if it has none. */
  static String requestId(Message message) {
    var field = message.getDescriptorForType().findFieldByName("request_id");
    boolean text = field != null && field.getJavaType() == FieldDescriptor.JavaType.STRING;
    return text && !field.isRepeated() ? (String) message.getField(field) : "";
  }

  static String key(String subject, String method, String requestId) {
    var text = String.join("\u0000", subject, method, requestId);
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  static String hash(Message message) {
    var bytes = new ByteArrayOutputStream(message.getSerializedSize());
    var out = CodedOutputStream.newInstance(bytes);
    // Maps have no order of their own on the wire.
    out.useDeterministicSerialization();
    try {
      message.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hex(bytes.toByteArray());
  }

  private static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
