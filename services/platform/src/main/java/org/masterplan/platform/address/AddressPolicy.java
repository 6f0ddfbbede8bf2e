package org.masterplan.platform.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.kernel.refusal.Unavailable;

/**
 * Which addresses this installation may call: hosts on a list, and none inside its own network
 * unless that is configured.
 *
 * @param hosts that may be called; one that begins with a dot stands for everything under it
 * @param privateAllowed whether loopback and private ranges may be called
 */
public record AddressPolicy(List<String> hosts, boolean privateAllowed) {
  public AddressPolicy {
    hosts = hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /** Throws {@link Refusal} unless it is of HTTP or HTTPS and its host is allowed. */
  public void check(URI address) {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    var host = address.getHost();
    if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw refused("address", String.valueOf(host), "ADDRESS_FORMAT");
    }
    checkHost("address", host);
  }

  /**
   * Throws {@link Refusal} unless the host, and everything its name stands for, is allowed; {@code
   * field} names it in errors.
   */
  public void checkHost(String field, String host) {
    if (hosts.stream().noneMatch(allowed -> covers(allowed, host.toLowerCase(Locale.ROOT)))) {
      throw refused(field, host, "ADDRESS_NOT_LISTED");
    }
    for (var each : resolved(host)) {
      if (!privateAllowed && isPrivate(each)) {
        throw refused(field, host, "ADDRESS_PRIVATE");
      }
    }
  }

  private static boolean covers(String allowed, String host) {
    return allowed.startsWith(".") ? host.endsWith(allowed) : host.equals(allowed);
  }

  private static InetAddress[] resolved(String host) {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException _) {
      throw new Unavailable("ADDRESS_UNKNOWN", Map.of("value", host));
    }
  }

  static boolean isPrivate(InetAddress address) {
    var bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean unique = bytes.length == 16 && (first & 0xFE) == 0xFC;
    boolean shared = bytes.length == 4 && first == 100 && (second & 0xC0) == 64;
    boolean reserved = bytes.length == 4 && (first == 0 || first >= 240);
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || unique
        || shared
        || reserved;
  }

  private static InvalidFields refused(String field, String host, String reason) {
    return InvalidFields.of(field, reason, Map.of("value", host));
  }
}
