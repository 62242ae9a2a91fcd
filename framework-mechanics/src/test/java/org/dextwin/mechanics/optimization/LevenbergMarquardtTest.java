package org.dextwin.mechanics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevenbergMarquardtTest {

  private static final LevenbergMarquardt SOLVER = new LevenbergMarquardt(1e-12, 1e-12, 500);

  @Test
  void findsTheMinimumOfRosenbrocksValley() {
    LeastSquaresSolution solution = SOLVER.solve(new Rosenbrock(), new double[] {-1.2, 1});

    assertThat(solution.outcome()).isEqualTo(LeastSquaresSolution.Outcome.CONVERGED);
    assertThat(solution.x()[0]).isCloseTo(1, within(1e-9));
    assertThat(solution.x()[1]).isCloseTo(1, within(1e-9));
    assertThat(solution.costs()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void covarianceIsThatOfLinearRegression() {
    // r = (a + b t - y) / sigma at t = 0, 1, 2 with sigma 0.5
    LeastSquaresSolution solution =
        SOLVER.solve(new Line(new double[] {1, 3, 5}, 0.5), new double[] {0, 0});

    assertThat(solution.x()).containsExactly(new double[] {1, 2}, within(1e-9));
    // (J^T J)^-1 with J^T J = 4 * [[3, 3], [3, 5]]
    assertThat(solution.covariance())
        .containsExactly(new double[] {5.0 / 24, -3.0 / 24, -3.0 / 24, 3.0 / 24}, within(1e-12));
  }

  @Test
  void saysWhenTheResidualsDoNotDetermineAParameter() {
    LeastSquaresProblem flat = new Flat();
    LeastSquaresSolution solution = SOLVER.solve(flat, new double[] {3, 4});

    assertThat(solution.x()[0]).isCloseTo(1, within(1e-9));
    assertThatThrownBy(solution::covariance)
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("do not determine");
  }

  @Test
  void shortensStepsOutOfTheModelsDomain() {
    // r = log(x) from x = 20: the full Gauss-Newton step leads to x < 0
    LeastSquaresSolution solution = SOLVER.solve(new Logarithm(), new double[] {20});

    assertThat(solution.x()[0]).isCloseTo(1, within(1e-9));
  }

  @Test
  void refusesAStartThatCannotBeEvaluated() {
    assertThatThrownBy(() -> SOLVER.solve(new Logarithm(), new double[] {-1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starting point");
  }

  @Test
  void namesTheLimitOfIterations() {
    LeastSquaresSolution solution =
        new LevenbergMarquardt(1e-12, 1e-12, 3).solve(new Rosenbrock(), new double[] {-1.2, 1});

    assertThat(solution.outcome()).isEqualTo(LeastSquaresSolution.Outcome.ITERATION_LIMIT);
  }

  @Test
  void endsWhereNothingMoreIsToBeGained() {
    LevenbergMarquardt content = new LevenbergMarquardt(1e-12, 1e-12, 1e-3, 500);
    LeastSquaresProblem bent = new Line(new double[] {1, 3, 6}, 0.5);
    LeastSquaresSolution least = SOLVER.solve(bent, new double[] {0, 0});
    LeastSquaresSolution early = content.solve(bent, new double[] {0, 0});

    assertThat(early.outcome()).isEqualTo(LeastSquaresSolution.Outcome.CONVERGED);
    assertThat(early.evaluations()).isLessThan(least.evaluations());
    assertThat(early.cost()).isBetween(least.cost(), 1.001 * least.cost());
    // steps that are short because they are damped gain little each, but are no end
    assertThat(content.solve(new Rosenbrock(), new double[] {-1.2, 1}).x())
        .containsExactly(new double[] {1, 1}, within(1e-3));
  }

  private static final class Line implements LeastSquaresProblem {
    private final double[] y;
    private final double sigma;

    Line(double[] y, double sigma) {
      this.y = y;
      this.sigma = sigma;
    }

    @Override
    public int parameterCount() {
      return 2;
    }

    @Override
    public int residualCount() {
      return y.length;
    }

    @Override
    public boolean evaluate(double[] x, double[] residuals, double[] jacobian) {
      for (int t = 0; t < y.length; t++) {
        residuals[t] = (x[0] + x[1] * t - y[t]) / sigma;
        jacobian[2 * t] = 1 / sigma;
        jacobian[2 * t + 1] = t / sigma;
      }
      return true;
    }
  }

  private static final class Rosenbrock implements LeastSquaresProblem {
    @Override
    public int parameterCount() {
      return 2;
    }

    @Override
    public int residualCount() {
      return 2;
    }

    @Override
    public boolean evaluate(double[] x, double[] residuals, double[] jacobian) {
      residuals[0] = 10 * (x[1] - x[0] * x[0]);
      residuals[1] = 1 - x[0];
      jacobian[0] = -20 * x[0];
      jacobian[1] = 10;
      jacobian[2] = -1;
      jacobian[3] = 0;
      return true;
    }
  }

  private static final class Flat implements LeastSquaresProblem {
    @Override
    public int parameterCount() {
      return 2;
    }

    @Override
    public int residualCount() {
      return 1;
    }

    @Override
    public boolean evaluate(double[] x, double[] residuals, double[] jacobian) {
      residuals[0] = x[0] - 1;
      jacobian[0] = 1;
      jacobian[1] = 0;
      return true;
    }
  }

  private static final class Logarithm implements LeastSquaresProblem {
    @Override
    public int parameterCount() {
      return 1;
    }

    @Override
    public int residualCount() {
      return 1;
    }

    @Override
    public boolean evaluate(double[] x, double[] residuals, double[] jacobian) {
      if (x[0] <= 0) {
        return false;
      }
      residuals[0] = Math.log(x[0]);
      jacobian[0] = 1 / x[0];
      return true;
    }
  }
}
