package org.masterplan.embeddedmongo;

import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/** Threads that ask, again and again, while somebody writes, and judge each answer. */
final class ReadersBeside implements AutoCloseable {
  private static final int READERS = 2;

  private final ExecutorService threads = Executors.newFixedThreadPool(READERS);
  private final AtomicLong answers = new AtomicLong();

  /**
   * Runs {@code steps} one after the other, each with somebody reading beside it; fails when a
   * reader saw what never was.
   */
  void during(
      MongoCollection<Document> stored,
      History history,
      List<Question> questions,
      List<Runnable> steps)
      throws InterruptedException {
    Semaphore turns = new Semaphore(0);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger asked = new AtomicInteger();
    Runnable reading =
        () -> {
          for (turns.acquireUninterruptibly(); !stop.get(); turns.acquireUninterruptibly()) {
            Question question = questions.get(asked.getAndIncrement() % questions.size());
            int acknowledged = history.acknowledged();
            history.verify(question, question.ask(stored), acknowledged);
            answers.incrementAndGet();
          }
        };
    List<Future<?>> readers = List.of(threads.submit(reading), threads.submit(reading));
    try {
      for (Runnable each : steps) {
        turns.release();
        each.run();
      }
    } finally {
      stop.set(true);
      turns.release(READERS);
      for (Future<?> each : readers) {
        judge(each);
      }
    }
  }

  private static void judge(Future<?> reader) throws InterruptedException {
    try {
      reader.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a reader failed: " + e.getCause().getMessage(), e.getCause());
    }
  }

  long answers() {
    return answers.get();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
