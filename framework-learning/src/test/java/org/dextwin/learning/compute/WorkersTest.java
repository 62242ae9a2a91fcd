package org.dextwin.learning.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void eachTaskIsDoneOnce() {
    AtomicInteger[] done = new AtomicInteger[100];
    Arrays.setAll(done, i -> new AtomicInteger());
    try (Workers workers = new Workers(3)) {
      workers.each(100, i -> done[i].incrementAndGet());
    }
    assertThat(done).allMatch(count -> count.get() == 1);
  }

  @Test
  void tasksRunSideBySide() {
    CyclicBarrier barrier = new CyclicBarrier(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Workers workers = new Workers(3)) {
      workers.each(
          3,
          i -> {
            threads.add(Thread.currentThread());
            try {
              barrier.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
    }
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
  }

  @Test
  void failureIsThrownAndEndsTheRest() {
    AtomicInteger done = new AtomicInteger();
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(
              () ->
                  workers.each(
                      100_000,
                      i -> {
                        if (i == 10) {
                          throw new IllegalArgumentException("task 10");
                        }
                        done.incrementAndGet();
                      }))
          .hasMessage("task 10");
      assertThat(done.get()).isLessThan(100_000 - 1);
    }
  }
}
