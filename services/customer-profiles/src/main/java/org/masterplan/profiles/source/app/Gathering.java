package org.masterplan.profiles.source.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.kernel.refusal.Unavailable;

/**
 * Lets those share one piece of work who ask for it at the same time. Nobody waits for others to
 * come: whoever asks while work is under way is in the next one. Each is answered once the work
 * that it was in is done; where that fails, each of it is tried alone, until two in a row fail by
 * no fault of theirs: then whatever is broken is broken for all of them.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Gathering<Q, A> {
  private static final int MOST_WAITING = 5_000;

  private final Function<List<Q>, List<A>> work;
  private final ToIntFunction<Q> size;
  private final int most;
  private final Queue<Asked<Q, A>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

  /** Fair: who came late does not do work before who is answered has noticed it. */
  private final ReentrantLock turn = new ReentrantLock(true);

  private static final class Asked<Q, A> {
    private final Q question;
    private volatile boolean over;
    private @Nullable A answer;
    private @Nullable RuntimeException failure;

    Asked(Q question) {
      this.question = question;
    }

    void answer(A found) {
      answer = found;
      over = true;
    }

    void fail(RuntimeException failed) {
      failure = failed;
      over = true;
    }

    A get() {
      var found = answer;
      if (failure != null) {
        throw failure;
      }
      if (found == null) {
        throw new IllegalStateException("work without an answer");
      }
      return found;
    }
  }

  /**
   * Prepares to gather.
   *
   * @param work answers questions, in their order
   * @param size what one question weighs
   * @param most one piece of work takes no more questions once they weigh so much
   */
  public Gathering(Function<List<Q>, List<A>> work, ToIntFunction<Q> size, int most) {
    this.work = work;
    this.size = size;
    this.most = most;
  }

  /** The answer, once there is one; refused where too many wait already. */
  public A ask(Q question) {
    var mine = new Asked<Q, A>(question);
    if (!waiting.offer(mine)) {
      throw new Unavailable("TOO_MANY_WAIT", Map.of());
    }
    while (!mine.over) {
      turn.lock();
      try {
        if (!mine.over) {
          round();
        }
      } finally {
        turn.unlock();
      }
    }
    return mine.get();
  }

  /** How many wait for the next piece of work. */
  public int waiting() {
    return waiting.size();
  }

  private void round() {
    var some = taken();
    try {
      answer(some);
    } catch (RuntimeException e) {
      if (some.size() == 1) {
        some.getFirst().fail(e);
      } else {
        eachAlone(some);
      }
    } finally {
      // An error that is nobody's: nobody is left waiting.
      some.stream()
          .filter(each -> !each.over)
          .forEach(each -> each.fail(new IllegalStateException("the work broke off")));
    }
  }

  private void eachAlone(List<Asked<Q, A>> some) {
    int broken = 0;
    for (var one : some) {
      try {
        answer(List.of(one));
        broken = 0;
      } catch (Refusal e) {
        one.fail(e);
        broken = 0;
      } catch (RuntimeException e) {
        one.fail(e);
        broken++;
        if (broken == 2) {
          some.stream().filter(each -> !each.over).forEach(each -> each.fail(e));
          return;
        }
      }
    }
  }

  private void answer(List<Asked<Q, A>> some) {
    var answers = work.apply(some.stream().map(each -> each.question).toList());
    for (int i = 0; i < some.size(); i++) {
      some.get(i).answer(answers.get(i));
    }
  }

  private List<Asked<Q, A>> taken() {
    var some = new ArrayList<Asked<Q, A>>();
    int weight = 0;
    for (var next = waiting.poll(); next != null; next = weight < most ? waiting.poll() : null) {
      some.add(next);
      weight += size.applyAsInt(next.question);
    }
    return some;
  }
}
