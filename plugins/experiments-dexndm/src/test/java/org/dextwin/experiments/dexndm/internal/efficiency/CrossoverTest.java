package org.dextwin.experiments.dexndm.internal.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Curves cross where they cross. */
class CrossoverTest {

  private static SortedMap<Integer, Double> curve(double factor, double exponent) {
    SortedMap<Integer, Double> curve = new TreeMap<>();
    for (int size : new int[] {1000, 3000, 10_000, 30_000, 100_000}) {
      curve.put(size, factor * Math.pow(size, exponent));
    }
    return curve;
  }

  @Test
  void powerLawsCrossWhereTheyAreEqual() {
    // 1 N^-0.2 and 10 N^-0.45 are equal at N = 10^4
    assertThat(Crossover.find(curve(1, -0.2), curve(10, -0.45)).orElseThrow())
        .isCloseTo(10_000, within(1.0));
  }

  @Test
  void aCurveThatStaysAboveDoesNotCross() {
    assertThat(Crossover.find(curve(1, -0.2), curve(1.1, -0.2))).isEmpty();
  }

  @Test
  void aCurveThatStaysBelowIsAheadFromTheFirstSize() {
    assertThat(Crossover.find(curve(1, -0.2), curve(0.9, -0.2)).orElseThrow())
        .isCloseTo(1000, within(1e-6));
  }

  @Test
  void whatIsLostAgainDoesNotCount() {
    SortedMap<Integer, Double> other = curve(0.9, -0.2);
    other.put(100_000, 1.0);
    assertThat(Crossover.find(curve(1, -0.2), other)).isEmpty();
  }
}
