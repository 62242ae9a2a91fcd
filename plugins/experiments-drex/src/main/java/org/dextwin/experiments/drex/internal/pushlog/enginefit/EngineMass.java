package org.dextwin.experiments.drex.internal.pushlog.enginefit;

/**
 * A mass that minimises the trajectory loss in an engine.
 *
 * @param mass the minimiser [kg]
 * @param logSigma standard deviation of its logarithm: curvature of the loss or, if wider, the
 *     masses at which the loss was found as low, unit of the torques, and what the model leaves out
 * @param curvatureLogSigma standard deviation of its logarithm by the curvature of the loss alone,
 *     friction and all other unknowns free
 * @param friction friction at the minimum
 * @param frictionCorrelation correlation of the logarithms of mass and friction; 0 if friction is
 *     known
 * @param lag how late poses are stamped [s]
 * @param shift how far the hand stands from where it was assumed, along the push [m]
 * @param rise how much higher it is [m]
 * @param chiSquare sum of squares per degree of freedom
 * @param fingerResidual root mean square deviation of the moving joints [rad]
 * @param fingerResidualSigmas the same in standard deviations
 * @param poseResidualSigmas root mean square deviation of the poses in standard deviations
 * @param gradientNorm largest entry of the gradient at the end, in usual differences
 * @param ending how the last descent ended
 * @param exactGradient whether all derivatives were the engine's own
 * @param rollouts replays without derivatives
 * @param differentiated replays with derivatives
 */
public record EngineMass(
    double mass,
    double logSigma,
    double curvatureLogSigma,
    double friction,
    double frictionCorrelation,
    double lag,
    double shift,
    double rise,
    double chiSquare,
    double fingerResidual,
    double fingerResidualSigmas,
    double poseResidualSigmas,
    double gradientNorm,
    Ending ending,
    boolean exactGradient,
    int rollouts,
    int differentiated) {

  /** Standard deviations of a two-sided 95 % interval of a normal distribution. */
  private static final double SIGMAS_OF_95_PERCENT = 1.96;

  /** An interval wider than half the mass to either side does not name a mass. */
  private static final double WIDEST = 0.5;

  /** How a descent ended. */
  public enum Ending {
    /** The gradient fell below its tolerance. */
    GRADIENT("gradient"),
    /** The step fell below its tolerance; where contacts switch, the gradient jumps. */
    STEP("step"),
    /** No step, however short, led lower. */
    NO_DESCENT("no descent"),
    /** The limit of iterations was reached first. */
    LIMIT("iteration limit");

    private final String words;

    Ending(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Says whether the last descent ended by itself.
   *
   * @return whether gradient or step fell below its tolerance
   */
  public boolean converged() {
    return ending == Ending.GRADIENT || ending == Ending.STEP;
  }

  /**
   * Returns the lower end of the 95 % interval.
   *
   * @return mass [kg]
   */
  public double low() {
    return mass * Math.exp(-SIGMAS_OF_95_PERCENT * logSigma);
  }

  /**
   * Returns the upper end of the 95 % interval.
   *
   * @return mass [kg]
   */
  public double high() {
    return mass * Math.exp(SIGMAS_OF_95_PERCENT * logSigma);
  }

  /**
   * Returns half the width of the 95 % interval over the mass, to first order.
   *
   * @return relative half width
   */
  public double halfWidth() {
    return SIGMAS_OF_95_PERCENT * logSigma;
  }

  /**
   * Says whether the interval is narrow enough to name a mass.
   *
   * @return whether half its width is at most half the mass
   */
  public boolean isNarrow() {
    return halfWidth() <= WIDEST;
  }

  /**
   * Says whether the interval holds a mass.
   *
   * @param truth a mass [kg]
   * @return whether it does
   */
  public boolean holds(double truth) {
    return truth >= low() && truth <= high();
  }
}
