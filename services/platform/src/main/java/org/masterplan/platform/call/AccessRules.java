package org.masterplan.platform.call;

import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.actor.Role;
import org.masterplan.options.v1.Access;
import org.masterplan.options.v1.Options;

/**
 * Who may call which method, as the contracts declare it in {@code masterplan.options.v1.access}.
 * Deny by default: a method of ours without a declared rule keeps the service from starting, and of
 * the services of others only those named here are open, to whoever is signed in.
 */
public final class AccessRules {
  private static final Set<String> OPEN_SERVICES = Set.of("grpc.health.v1.Health");
  private static final String OURS = "masterplan.";

  /** Reflection tells the contract, which is public. */
  private static final Set<String> OPEN_TO_SIGNED_IN =
      Set.of("grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection");

  private final Map<String, Rule> rules = new HashMap<>();

  private record Rule(boolean anyRole, Set<Role> roles) {}

  /** Reads the rules of all services; throws {@link IllegalStateException} if one is missing. */
  public AccessRules(List<ServerServiceDefinition> services) {
    for (var service : services) {
      service.getMethods().forEach(m -> declare(m.getMethodDescriptor()));
    }
  }

  /** Whether no token is needed at all: health, which tells nothing of the plan. */
  public boolean isOpen(MethodDescriptor<?, ?> method) {
    return OPEN_SERVICES.contains(String.valueOf(method.getServiceName()));
  }

  /** Whether a signed-in caller of these roles may call the method. */
  public boolean allows(MethodDescriptor<?, ?> method, Set<Role> roles) {
    var rule = rules.get(method.getFullMethodName());
    if (rule == null) {
      return OPEN_TO_SIGNED_IN.contains(String.valueOf(method.getServiceName()));
    }
    return rule.anyRole() ? !roles.isEmpty() : rule.roles().stream().anyMatch(roles::contains);
  }

  /** Whether the contract of the method lets a signed-in caller of these roles call it. */
  public static boolean declares(MethodDescriptor<?, ?> method, Set<Role> roles) {
    var access = access(method);
    return access.getAnyRole()
        ? !roles.isEmpty()
        : roles(access).stream().anyMatch(roles::contains);
  }

  private void declare(MethodDescriptor<?, ?> method) {
    if (!String.valueOf(method.getServiceName()).startsWith(OURS)) {
      return;
    }
    var access = access(method);
    if (!access.getAnyRole() && access.getRolesCount() == 0) {
      throw new IllegalStateException(
          method.getFullMethodName() + " declares no access (expected: roles or any_role)");
    }
    rules.put(method.getFullMethodName(), new Rule(access.getAnyRole(), roles(access)));
  }

  private static Access access(MethodDescriptor<?, ?> method) {
    return method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier proto
        ? proto.getMethodDescriptor().getOptions().getExtension(Options.access)
        : Access.getDefaultInstance();
  }

  private static Set<Role> roles(Access access) {
    var roles = EnumSet.noneOf(Role.class);
    for (var role : access.getRolesList()) {
      roles.add(Role.valueOf(role.name()));
    }
    return roles;
  }
}
