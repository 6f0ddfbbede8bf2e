package org.masterplan.matching.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most memory that this process ever held, and what was counted. */
public record PeakMemory(long mebibytes, Counted counted) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmHWM:";

  /** What the figure is of. */
  public enum Counted {
    /** All that the system gave the process, as it tells by itself. */
    RESIDENT,
    /** Where it does not tell: the heap alone, the most of each of its parts added up. */
    HEAP
  }

  static PeakMemory ofThisProcess() {
    return by(STATUS);
  }

  static PeakMemory by(Path status) {
    var resident = resident(status);
    return resident.isPresent()
        ? new PeakMemory(resident.getAsLong() >> 10, Counted.RESIDENT)
        : new PeakMemory(heap() >> 20, Counted.HEAP);
  }

  /** In KiB. */
  private static OptionalLong resident(Path status) {
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst();
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }
}
