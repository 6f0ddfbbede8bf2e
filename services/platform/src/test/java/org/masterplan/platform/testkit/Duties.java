package org.masterplan.platform.testkit;

import com.google.protobuf.Descriptors.MethodDescriptor;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.masterplan.platform.feed.OfferedFeed;
import org.masterplan.platform.migration.Schema;
import org.springframework.context.ApplicationContext;

/**
 * What every service with a store owes the plan, read off the service as it was started: personal
 * data shown and erased, an audit trail, repeated requests recognised, a schema with a version, and
 * a digest for every change feed, health and reflection.
 */
public final class Duties {
  private static final String PERSON = "masterplan.person.v1.PersonDataService";
  private static final String AUDIT = "masterplan.audit.v1.AuditService";
  private static final String FEED = "masterplan.feed.v1.FeedService";
  private static final String HEALTH = "grpc.health.v1.Health";
  private static final String REFLECTION = "grpc.reflection.v1.ServerReflection";
  private static final String OPERATIONS = "google.longrunning.Operations";
  private static final Pattern COMMON =
      Pattern.compile(
          "masterplan\\.(person|audit|feed|notice|imports|operations|options|common)\\..*");
  private static final Pattern READS =
      Pattern.compile("(Get|List|BatchGet|Stream|Count|Summarize|Report|Lookup|Resolve|Search).*");
  private static final Pattern CHANGES = Pattern.compile("List(\\w+)Changes");

  private final ApplicationContext service;
  private final Set<String> repeatable;

  private Duties(ApplicationContext service, Set<String> repeatable) {
    this.service = service;
    this.repeatable = repeatable;
  }

  /**
   * Every duty that the service does not do; {@code repeatable} names the commands that may be
   * repeated without harm and need no request id.
   */
  public static List<String> undone(ApplicationContext service, Set<String> repeatable) {
    var duties = new Duties(service, repeatable);
    return Stream.of(
            duties.missingServices(),
            duties.commandsWithoutRequestId(),
            duties.feedsWithoutDigest(),
            duties.schemaWithoutVersion())
        .flatMap(List::stream)
        .toList();
  }

  private List<String> missingServices() {
    var offered =
        definitions()
            .map(each -> each.getServiceDescriptor().getName())
            .collect(Collectors.toSet());
    return Stream.of(PERSON, AUDIT, FEED, HEALTH, REFLECTION)
        .filter(each -> !offered.contains(each))
        .map(each -> "does not offer " + each)
        .toList();
  }

  private List<String> commandsWithoutRequestId() {
    return own()
        .filter(m -> !m.isClientStreaming() && !m.isServerStreaming())
        .filter(m -> !READS.matcher(m.getName()).matches())
        .filter(m -> !repeatable.contains(m.getName()))
        .filter(m -> m.getInputType().findFieldByName("request_id") == null)
        .map(m -> m.getFullName() + " takes no request_id")
        .toList();
  }

  private List<String> feedsWithoutDigest() {
    var offered =
        service.getBeanProvider(OfferedFeed.class).stream().map(OfferedFeed::name).toList();
    var told = own().map(MethodDescriptor::getName).map(CHANGES::matcher).toList();
    var undone = new ArrayList<String>();
    boolean any = false;
    for (var feed : told) {
      if (feed.matches()) {
        any = true;
        var noun = feed.group(1).toLowerCase(java.util.Locale.ROOT);
        var stem = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) : noun;
        if (offered.stream().noneMatch(name -> name.startsWith(stem))) {
          undone.add("offers no digest of its changes of " + noun);
        }
      }
    }
    return any ? undone : List.of("offers no change feed");
  }

  private List<String> schemaWithoutVersion() {
    return service.getBean(Schema.class).version() > 0
        ? List.of()
        : List.of("schema has no version");
  }

  private Stream<MethodDescriptor> own() {
    return definitions()
        .filter(each -> !COMMON.matcher(each.getServiceDescriptor().getName()).matches())
        .filter(each -> !each.getServiceDescriptor().getName().startsWith(OPERATIONS))
        .flatMap(each -> each.getMethods().stream())
        .map(method -> method.getMethodDescriptor().getSchemaDescriptor())
        .filter(ProtoMethodDescriptorSupplier.class::isInstance)
        .map(schema -> ((ProtoMethodDescriptorSupplier) schema).getMethodDescriptor())
        .filter(method -> method.getFile().getPackage().startsWith("masterplan."));
  }

  private Stream<ServerServiceDefinition> definitions() {
    return service.getBeanProvider(BindableService.class).stream()
        .map(BindableService::bindService);
  }
}
