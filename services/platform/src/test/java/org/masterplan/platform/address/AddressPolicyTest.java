package org.masterplan.platform.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;

class AddressPolicyTest {
  @Test
  void check_refusesPrivateRangesOtherHostsAndSchemes() throws IOException {
    for (var ip :
        List.of(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "::1",
            "fd00::1",
            "fe80::1",
            "::ffff:10.0.0.1",
            "224.0.0.1")) {
      assertThat(AddressPolicy.isPrivate(InetAddress.getByName(ip))).as(ip).isTrue();
    }
    assertThat(AddressPolicy.isPrivate(InetAddress.getByName("8.8.8.8"))).isFalse();
    var policy = new AddressPolicy(List.of("hooks.example.com", ".example.org"), false);
    for (var address :
        List.of("https://example.com/", "ftp://hooks.example.com/", "https://badexample.org/")) {
      assertThatThrownBy(() -> policy.check(URI.create(address)))
          .as(address)
          .isInstanceOf(InvalidFields.class);
    }
  }

  @Test
  void checkHost_namesTheFieldAndTheHost() {
    var listed = new AddressPolicy(List.of("127.0.0.1"), false);

    assertThatThrownBy(() -> listed.checkHost("connection.url", "10.0.0.1"))
        .isInstanceOfSatisfying(InvalidFields.class, e -> assertRefused(e, "ADDRESS_NOT_LISTED"));
    assertThatThrownBy(() -> listed.checkHost("connection.url", "127.0.0.1"))
        .isInstanceOfSatisfying(InvalidFields.class, e -> assertRefused(e, "ADDRESS_PRIVATE"));
    assertThatCode(
            () -> new AddressPolicy(List.of(" 127.0.0.1"), true).checkHost("url", "127.0.0.1"))
        .doesNotThrowAnyException();
  }

  private static void assertRefused(InvalidFields refusal, String reason) {
    var violation = refusal.violations().getFirst();
    assertThat(violation.field()).isEqualTo("connection.url");
    assertThat(violation.reason()).isEqualTo(reason);
    assertThat(violation.about()).containsKey("value");
  }
}
