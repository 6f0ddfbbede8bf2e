package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Answers that clients have not read to the end. Those nobody asks for are closed after a while.
 */
final class Cursors {
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final Map<Long, OpenCursor> open = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private final Clock clock;

  Cursors(Clock clock) {
    this.clock = clock;
  }

  /**
   * The first batch of {@code documents} as a reply; keeps the rest, or closes them when there is
   * none.
   */
  Document firstBatch(String namespace, Stream<byte[]> documents, BatchSize size) {
    // A client that went away leaves its cursors, and each keeps a view of the store from ending.
    closeIdle();
    OpenCursor cursor = new OpenCursor(namespace, documents, clock.instant());
    try {
      var batch = cursor.next(size);
      long id = 0;
      if (!size.single() && cursor.hasMore()) {
        id = lastId.incrementAndGet();
        open.put(id, cursor);
      } else {
        cursor.close();
      }
      return Replies.cursor(namespace, new Replies.Batch("firstBatch", batch, id));
    } catch (RuntimeException e) {
      cursor.close();
      throw e;
    }
  }

  Document nextBatch(long id, BatchSize size) {
    closeIdle();
    OpenCursor cursor = open.remove(id); // nobody else reads it meanwhile
    if (cursor == null) {
      throw new CursorNotFoundException(id);
    }
    try {
      var batch = cursor.next(size);
      boolean more = cursor.hasMore();
      if (more) {
        cursor.touch(clock.instant());
        open.put(id, cursor);
      } else {
        cursor.close();
      }
      return Replies.cursor(
          cursor.namespace(), new Replies.Batch("nextBatch", batch, more ? id : 0));
    } catch (RuntimeException e) {
      cursor.close();
      throw e;
    }
  }

  boolean kill(long id) {
    OpenCursor cursor = open.remove(id);
    if (cursor != null) {
      cursor.close();
    }
    return cursor != null;
  }

  void closeAll() {
    open.keySet().forEach(this::kill);
  }

  private void closeIdle() {
    Instant before = clock.instant().minus(IDLE);
    open.forEach(
        (id, cursor) -> {
          if (cursor.touched().isBefore(before) && open.remove(id, cursor)) {
            cursor.close();
          }
        });
  }
}
