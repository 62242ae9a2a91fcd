package org.dextwin.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What some work took.
 *
 * @param wall by the clock on the wall [s]
 * @param busy of processors [s], which other programs disturb less
 */
record Cost(double wall, double busy) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Measures work of this JVM, in any of its threads. */
  static Cost of(Runnable work) {
    long busy = busyNanos();
    long wall = System.nanoTime();
    work.run();
    double took = 1e-9 * (System.nanoTime() - wall);
    return new Cost(took, 1e-9 * (busyNanos() - busy));
  }

  /** That of the whole process is counted in hundredths of a second, that of threads is not. */
  private static long busyNanos() {
    long sum = 0;
    for (long thread : THREADS.getAllThreadIds()) {
      sum += Math.max(0, THREADS.getThreadCpuTime(thread)); // -1 if it has just ended
    }
    return sum;
  }

  /** Processes that ran or waited for a processor over the last minute, on average. */
  static double systemLoad() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
