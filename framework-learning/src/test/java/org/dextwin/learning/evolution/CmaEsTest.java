package org.dextwin.learning.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.dextwin.learning.compute.Workers;
import org.junit.jupiter.api.Test;

class CmaEsTest {

  private static final Objective ROSENBROCK =
      (x, generation) -> {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
          sum += 100 * sq(x[i + 1] - x[i] * x[i]) + sq(1 - x[i]);
        }
        return sum;
      };

  /** Axes whose lengths differ by a factor of a thousand. */
  private static final Objective ELLIPSOID =
      (x, generation) -> {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
          sum += Math.pow(1e6, i / (x.length - 1.0)) * sq(x[i] - 0.3);
        }
        return sum;
      };

  private static final Objective RASTRIGIN =
      (x, generation) ->
          Arrays.stream(x).map(v -> v * v + 10 - 10 * Math.cos(2 * Math.PI * v)).sum();

  private static double sq(double v) {
    return v * v;
  }

  private static Box box(int n, double low, double high) {
    double[] lows = new double[n];
    double[] highs = new double[n];
    Arrays.fill(lows, low);
    Arrays.fill(highs, high);
    return new Box(lows, highs);
  }

  private static CmaEsOptions options(long evaluations, double target, int restarts) {
    return new CmaEsOptions(0, 0.3, evaluations, target, restarts);
  }

  private static CmaEs.Result minimise(
      Box box, CmaEsOptions options, long seed, double start, Objective objective, int threads) {
    double[] from = new double[box.size()];
    Arrays.fill(from, start);
    try (Workers workers = new Workers(threads)) {
      return new CmaEs(box, options, seed)
          .minimise(from, List.of(objective, objective, objective), workers, best -> {});
    }
  }

  @Test
  void findsTheValleyOfRosenbrock() {
    CmaEs.Result result = minimise(box(8, -3, 3), options(30_000, 1e-10, 2), 1, -1, ROSENBROCK, 1);
    assertThat(result.value()).isLessThan(1e-10);
    for (double x : result.x()) {
      assertThat(x).isEqualTo(1, within(1e-4));
    }
  }

  @Test
  void adaptsToAnEllipsoid() {
    CmaEs.Result result = minimise(box(10, -2, 5), options(9_000, 1e-9, 0), 2, 4, ELLIPSOID, 1);
    assertThat(result.value()).isLessThan(1e-9);
    assertThat(result.evaluations()).as("evaluations of a 10-D ellipsoid").isLessThan(9_000);
  }

  @Test
  void staysInTheBoxAndFindsItsEdge() {
    AtomicLong outside = new AtomicLong();
    Objective objective =
        (x, generation) -> {
          outside.addAndGet(Arrays.stream(x).filter(v -> v < -1 || v > 0.5).count());
          return Arrays.stream(x).map(v -> sq(v - 2)).sum(); // best at 2, beyond the bound
        };
    CmaEs.Result result = minimise(box(6, -1, 0.5), options(6_000, 0, 0), 3, 0, objective, 1);
    assertThat(outside).hasValue(0);
    for (double x : result.x()) {
      assertThat(x).isEqualTo(0.5, within(1e-4));
    }
  }

  @Test
  void restartsLeaveLocalMinima() {
    CmaEs.Result once = minimise(box(5, -5, 5), options(200_000, 1e-8, 0), 4, 4, RASTRIGIN, 1);
    CmaEs.Result often = minimise(box(5, -5, 5), options(200_000, 1e-8, 8), 4, 4, RASTRIGIN, 1);
    assertThat(once.value()).as("without restarts").isGreaterThan(0.5);
    assertThat(often.value()).as("with restarts").isLessThan(1e-8);
    assertThat(often.restarts()).isPositive();
  }

  @Test
  void threadsDoNotChangeTheResult() {
    CmaEs.Result one = minimise(box(8, -3, 3), options(3_000, 0, 0), 5, -1, ROSENBROCK, 1);
    CmaEs.Result three = minimise(box(8, -3, 3), options(3_000, 0, 0), 5, -1, ROSENBROCK, 3);
    assertThat(three.x()).isEqualTo(one.x());
    assertThat(three.evaluations()).isEqualTo(one.evaluations()).isLessThanOrEqualTo(3_000);
    CmaEs.Result other = minimise(box(8, -3, 3), options(3_000, 0, 0), 6, -1, ROSENBROCK, 1);
    assertThat(other.x()).isNotEqualTo(one.x());
  }

  @Test
  void notANumberIsWorseThanAnyNumber() {
    Objective objective = (x, generation) -> x[0] < 0 ? Double.NaN : sq(x[0] - 0.2) + sq(x[1]);
    CmaEs.Result result = minimise(box(2, -1, 1), options(2_000, 1e-12, 0), 7, 0.9, objective, 1);
    assertThat(result.x()[0]).isEqualTo(0.2, within(1e-5));
  }

  @Test
  void listenerEndsTheSearch() {
    try (Workers workers = new Workers(1)) {
      CmaEs search = new CmaEs(box(2, -1, 1), options(1_000, 0, 0), 1);
      assertThatThrownBy(
              () ->
                  search.minimise(
                      new double[2],
                      List.of(ROSENBROCK),
                      workers,
                      best -> {
                        throw new CancellationException("enough");
                      }))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void badBoxesAndStartsAreNamed() {
    assertThatThrownBy(() -> box(2, 1, 1)).hasMessageContaining("variable 0");
    assertThatThrownBy(() -> minimise(box(2, -1, 1), options(10, 0, 0), 1, 3, ROSENBROCK, 1))
        .hasMessageContaining("variable 0 starts at 3.0");
  }
}
