package org.masterplan.profiles.profile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.source.app.Sources;

class RecentTrustTest {
  private static final long SECOND = 1_000_000_000L;

  private final Map<String, Integer> stored = new HashMap<>(Map.of("crm", 50));
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicLong now = new AtomicLong(-7);
  private final RecentTrust trust = new RecentTrust(sources(), now::get);

  /** Sources of which only trust is asked. */
  private Sources sources() {
    return (Sources)
        Proxy.newProxyInstance(
            Sources.class.getClassLoader(),
            new Class<?>[] {Sources.class},
            (_, method, _) -> {
              assertThat(method.getName()).isEqualTo("trust");
              reads.incrementAndGet();
              return Map.copyOf(stored);
            });
  }

  @Test
  void of_withinASecond_readsOnce_andAfterItAnew() {
    assertThat(trust.of("crm")).isEqualTo(50);
    stored.put("crm", 90);
    now.addAndGet(SECOND);
    assertThat(trust.of("crm")).isEqualTo(50);
    assertThat(reads).hasValue(1);

    now.incrementAndGet();

    assertThat(trust.of("crm")).isEqualTo(90);
  }

  @Test
  void of_aSourceThatCameWithinTheSecond_isReadForAtOnce() {
    trust.of("crm");
    stored.put("shop", 90);

    assertThat(trust.of("shop")).isEqualTo(90);
  }

  @Test
  void of_aSourceThatIsNotTrusted_isReadForOnce() {
    trust.of("crm");
    assertThat(trust.of("dark")).isZero();
    int before = reads.get();

    assertThat(trust.of("dark")).isZero();

    assertThat(reads).hasValue(before);
  }

  @Test
  void forget_readsAnew() {
    trust.of("crm");
    stored.put("crm", 90);

    trust.forget();

    assertThat(trust.of("crm")).isEqualTo(90);
  }
}
