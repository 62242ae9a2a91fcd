package org.dextwin.mechanics.planning;

/**
 * The quickest way from 0 to 1, at rest at both ends, whose velocity, acceleration and jerk stay
 * within limits: jerk is constant on seven pieces, symmetric about the middle.
 *
 * <p><i>References</i>: Biagiotti and Melchiorri 2008, "Trajectory planning for automatic machines
 * and robots", section 3.4.
 */
final class DoubleS {

  private final double jerk;

  /** Time of changing acceleration. */
  private final double ramp;

  /** Time from rest to the cruising speed, both ramps included. */
  private final double speedUp;

  /** Time at the cruising speed. */
  private final double cruise;

  DoubleS(double velocity, double acceleration, double jerk) {
    this.jerk = jerk;
    boolean steep = velocity * jerk < acceleration * acceleration; // never at full acceleration
    double rampTime = steep ? Math.sqrt(velocity / jerk) : acceleration / jerk;
    double speedUpTime = steep ? 2 * rampTime : rampTime + velocity / acceleration;
    if (velocity * speedUpTime <= 1) {
      ramp = rampTime;
      speedUp = speedUpTime;
      cruise = 1 / velocity - speedUpTime;
      return;
    }
    // the cruising speed is not reached: speed up to the middle, slow down from there
    cruise = 0;
    double full = acceleration / jerk;
    boolean reachesAcceleration = 2 * Math.pow(acceleration, 3) <= jerk * jerk;
    ramp = reachesAcceleration ? full : Math.cbrt(1 / (2 * jerk));
    speedUp =
        reachesAcceleration ? full / 2 + Math.sqrt(full * full / 4 + 1 / acceleration) : 2 * ramp;
  }

  double duration() {
    return 2 * speedUp + cruise;
  }

  /**
   * Evaluates the profile.
   *
   * @param t time since the start; before it and after the end the profile rests
   * @param out place, velocity, acceleration and jerk; overwritten
   */
  void evaluate(double t, double[] out) {
    boolean late = t > duration() / 2;
    double early = Math.max(0, late ? duration() - t : t);
    double peak = jerk * ramp;
    double speed = peak * (speedUp - ramp);
    double s;
    double v;
    double a;
    double j;
    if (early < ramp) {
      s = jerk * early * early * early / 6;
      v = jerk * early * early / 2;
      a = jerk * early;
      j = early > 0 ? jerk : 0;
    } else if (early < speedUp - ramp) {
      s = peak * (3 * early * early - 3 * early * ramp + ramp * ramp) / 6;
      v = peak * (early - ramp / 2);
      a = peak;
      j = 0;
    } else if (early < speedUp) {
      double left = speedUp - early;
      s = speed * speedUp / 2 - speed * left + jerk * left * left * left / 6;
      v = speed - jerk * left * left / 2;
      a = jerk * left;
      j = -jerk;
    } else {
      s = speed * speedUp / 2 + speed * (early - speedUp);
      v = speed;
      a = 0;
      j = 0;
    }
    // the second half is the first one backwards
    out[0] = late ? 1 - s : s;
    out[1] = v;
    out[2] = late ? -a : a;
    out[3] = j;
  }
}
