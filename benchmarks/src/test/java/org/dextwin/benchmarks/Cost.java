package org.dextwin.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What some work took.
 *
 * @param wall by the clock on the wall [s]
 * @param busy of processors [s], which other programs disturb less
 */
record Cost(double wall, double busy) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Measures work of this JVM, its compiler and collector included. */
  static Cost of(Runnable work) {
    long busy = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    double took = 1e-9 * (System.nanoTime() - wall);
    return new Cost(took, 1e-9 * (SYSTEM.getProcessCpuTime() - busy));
  }

  /** Processes that ran or waited for a processor over the last minute, on average. */
  static double systemLoad() {
    return SYSTEM.getSystemLoadAverage();
  }
}
