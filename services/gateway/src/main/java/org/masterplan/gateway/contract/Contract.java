package org.masterplan.gateway.contract;

import build.buf.validate.ValidateProto;
import com.google.api.AnnotationsProto;
import com.google.api.FieldBehaviorProto;
import com.google.api.ResourceProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.TypeRegistry;
import com.google.rpc.BadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.options.v1.Options;

/**
 * Every proto file of the plan, read from the descriptor set beside the stubs. A new method with an
 * HTTP annotation is served and described without a line of code here.
 */
public final class Contract {
  private static final String SET = "/masterplan.binpb";

  private final Map<String, FileDescriptor> files;
  private final List<Rpc> rpcs;
  private final TypeRegistry types;
  private final Comments comments;

  private Contract(Map<String, FileDescriptor> files, Comments comments) {
    this.files = files;
    this.comments = comments;
    this.rpcs =
        services(files).stream().flatMap(s -> s.getMethods().stream()).map(Rpc::of).toList();
    this.types = types(files);
  }

  /** The contract on the class path. */
  public static Contract load() {
    try (var in = Contract.class.getResourceAsStream(SET)) {
      if (in == null) {
        throw new IllegalStateException(
            SET + ": not on the class path (expected: in the proto jar)");
      }
      return of(FileDescriptorSet.parseFrom(in, extensions()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contract of that set, whose files come after the files they import. */
  public static Contract of(FileDescriptorSet set) {
    var files = new LinkedHashMap<String, FileDescriptor>();
    set.getFileList().forEach(file -> files.put(file.getName(), link(file, files)));
    return new Contract(files, Comments.of(set, files));
  }

  /** What the options of the proto files mean; needed to read a descriptor set. */
  public static ExtensionRegistry extensions() {
    var registry = ExtensionRegistry.newInstance();
    AnnotationsProto.registerAllExtensions(registry);
    FieldBehaviorProto.registerAllExtensions(registry);
    ResourceProto.registerAllExtensions(registry);
    ValidateProto.registerAllExtensions(registry);
    Options.registerAllExtensions(registry);
    return registry;
  }

  /** Every method of every service of the plan. */
  public List<Rpc> rpcs() {
    return rpcs;
  }

  /** The method of that full name, for example {@code masterplan.x.v1.XService/GetX}. */
  public Optional<Rpc> rpc(String fullName) {
    return rpcs.stream().filter(rpc -> rpc.grpc().getFullMethodName().equals(fullName)).findFirst();
  }

  /** Every message type, so that packed values can be shown. */
  public TypeRegistry types() {
    return types;
  }

  /** The comment above a service, method, message, field or enum value; empty if none. */
  public String comment(GenericDescriptor element) {
    return comments.above(element);
  }

  private static FileDescriptor link(FileDescriptorProto file, Map<String, FileDescriptor> done) {
    var imports =
        file.getDependencyList().stream()
            .flatMap(name -> Optional.ofNullable(done.get(name)).stream())
            .toArray(FileDescriptor[]::new);
    try {
      return FileDescriptor.buildFrom(file, imports);
    } catch (DescriptorValidationException e) {
      throw new IllegalStateException(file.getName() + ": cannot be linked", e);
    }
  }

  private static List<ServiceDescriptor> services(Map<String, FileDescriptor> files) {
    return files.values().stream()
        .filter(file -> file.getPackage().startsWith("masterplan."))
        .flatMap(file -> file.getServices().stream())
        .toList();
  }

  private static TypeRegistry types(Map<String, FileDescriptor> files) {
    var byName = new HashMap<String, Descriptor>();
    // What errors carry is not imported by the plan's files, but is sent all the same.
    BadRequest.getDescriptor().getFile().getMessageTypes().forEach(t -> collect(t, byName));
    files.values().forEach(file -> file.getMessageTypes().forEach(type -> collect(type, byName)));
    return TypeRegistry.newBuilder().add(new ArrayList<>(byName.values())).build();
  }

  private static void collect(Descriptor type, Map<String, Descriptor> into) {
    into.putIfAbsent(type.getFullName(), type);
    type.getNestedTypes().forEach(nested -> collect(nested, into));
  }

  /** The files, for whoever describes them. */
  public List<FileDescriptor> files() {
    return List.copyOf(files.values());
  }
}
