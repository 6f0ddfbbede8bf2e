package org.masterplan.platform.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.MethodDescriptor;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Role;

class AccessRulesTest {
  private final AccessRules rules = new AccessRules(List.of());

  @Test
  void methodOfOthers_isClosed_unlessItsServiceIsNamed() {
    var everything = Set.of(Role.values());

    assertThat(rules.allows(method("grpc.channelz.v1.Channelz/GetServers"), everything)).isFalse();
    assertThat(rules.allows(method("masterplan.registry.v1.New/Unruled"), everything)).isFalse();
    assertThat(
            rules.allows(
                method("grpc.reflection.v1.ServerReflection/ServerReflectionInfo"),
                Set.of(Role.AUDITOR)))
        .isTrue();
  }

  @Test
  void onlyHealth_isOpenWithoutAToken() {
    assertThat(rules.isOpen(method("grpc.health.v1.Health/Check"))).isTrue();
    assertThat(rules.isOpen(method("grpc.reflection.v1.ServerReflection/ServerReflectionInfo")))
        .isFalse();
  }

  private static MethodDescriptor<InputStream, InputStream> method(String name) {
    var bytes =
        new MethodDescriptor.Marshaller<InputStream>() {
          @Override
          public InputStream stream(InputStream value) {
            return value;
          }

          @Override
          public InputStream parse(InputStream stream) {
            return stream;
          }
        };
    return MethodDescriptor.newBuilder(bytes, bytes)
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(name)
        .build();
  }
}
