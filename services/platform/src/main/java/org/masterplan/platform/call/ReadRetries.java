package org.masterplan.platform.call;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The service configuration of every channel: a call that only reads is tried again where it does
 * not reach the other service. A call that writes never is, because nobody knows whether it was
 * done; its caller repeats it with the same request id. Nor is one that the other service answered,
 * because it has tried itself what it needs ({@link RefusalInterceptor}).
 */
public final class ReadRetries {
  private static final String SET = "/masterplan.binpb";
  private static final Pattern READS =
      Pattern.compile("(Get|List|BatchGet|Count|Summarize|Report|Lookup|ResolveKeys|Digest).*");

  /** The waits between are random up to these; gRPC sees to that. */
  private static final Map<String, Object> POLICY =
      Map.of(
          "maxAttempts",
          3.0,
          "initialBackoff",
          "0.1s",
          "maxBackoff",
          "1s",
          "backoffMultiplier",
          2.0,
          "retryableStatusCodes",
          List.of("UNAVAILABLE"));

  /** While most calls fail none is tried again, so that a service in need is left alone. */
  private static final Map<String, Object> THROTTLING =
      Map.of("maxTokens", 20.0, "tokenRatio", 0.5);

  private ReadRetries() {}

  /** As {@code ManagedChannelBuilder.defaultServiceConfig} takes it. */
  public static Map<String, Object> serviceConfig() {
    return Config.ALL;
  }

  private static Stream<Map<String, Object>> reads(FileDescriptorSet set) {
    return set.getFileList().stream()
        .flatMap(
            file ->
                file.getServiceList().stream()
                    .flatMap(
                        service ->
                            service.getMethodList().stream()
                                .filter(m -> !m.getClientStreaming())
                                .filter(m -> READS.matcher(m.getName()).matches())
                                .map(
                                    m -> name(file.getPackage(), service.getName(), m.getName()))));
  }

  private static Map<String, Object> name(String area, String service, String method) {
    return Map.of("service", area + "." + service, "method", method);
  }

  /** Read once for all services of a process. */
  private static final class Config {
    static final Map<String, Object> ALL =
        Map.of(
            "methodConfig",
            List.of(Map.of("name", names(), "retryPolicy", POLICY)),
            "retryThrottling",
            THROTTLING);

    private static List<Map<String, Object>> names() {
      try (var in = ReadRetries.class.getResourceAsStream(SET)) {
        if (in == null) {
          throw new IllegalStateException(
              SET + ": not on the class path (expected: in the proto jar)");
        }
        return reads(FileDescriptorSet.parseFrom(in)).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
