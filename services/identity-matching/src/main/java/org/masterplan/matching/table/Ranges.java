package org.masterplan.matching.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Work cut into ranges that threads take on; what each range writes does not depend on the cut. */
public final class Ranges {
  private Ranges() {}

  /** What is done for the numbers {@code from} to {@code to - 1}. */
  public interface Work {
    void run(int from, int to);
  }

  /** What is done for a number. */
  public interface Task {
    void run(int number);
  }

  /** Runs the task for 0 to count - 1: whichever thread has done one takes the next. */
  public static void each(int count, int threads, Task task) {
    var next = new AtomicInteger();
    run(
        Math.min(count, threads),
        threads,
        (from, to) -> {
          for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
            task.run(n);
          }
        });
  }

  /** Runs the work on ranges that together are 0 to count, as many as there are threads. */
  public static void run(int count, int threads, Work work) {
    if (threads == 1 || count < 2) {
      work.run(0, count);
      return;
    }
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = (int) ((long) count * t / threads);
      int to = (int) ((long) count * (t + 1) / threads);
      tasks.add(
          () -> {
            work.run(from, to);
            return true;
          });
    }
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var done : pool.invokeAll(tasks)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at work", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a thread failed", e.getCause());
    }
  }
}
