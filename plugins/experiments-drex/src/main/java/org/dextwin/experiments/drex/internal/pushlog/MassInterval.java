package org.dextwin.experiments.drex.internal.pushlog;

import org.dextwin.experiments.drex.internal.pushlog.motion.PushEffect;
import org.dextwin.experiments.drex.internal.pushlog.motor.ContactWork;

/**
 * A mass and its 95 % interval.
 *
 * @param mass mass [kg]
 * @param low lower end of the interval [kg]
 * @param high upper end of the interval [kg]
 */
record MassInterval(double mass, double low, double high) {

  /** Standard deviations of a two-sided 95 % interval of a normal distribution. */
  private static final double SIGMAS_OF_95_PERCENT = 1.96;

  /**
   * The balance of a push in its work form: what the fingers do on the object is what the object
   * takes up and rubs off, W = m (E + mu g slip). It is the quasi-static balance of tipping, F h =
   * m g b, and of sliding, F = mu m g, integrated over the path, with the inertia included.
   */
  static MassInterval balance(ContactWork work, PushEffect effect, FrictionPrior friction) {
    double perMass = effect.perMass(friction.mean());
    double mass = work.work() / perMass;
    double relative =
        Math.hypot(
            work.sigma() / work.work(),
            effect.sigma(friction.mean(), friction.standardDeviation()) / perMass);
    double half = SIGMAS_OF_95_PERCENT * relative;
    return new MassInterval(mass, Math.max(0, mass * (1 - half)), mass * (1 + half));
  }

  /** Half the width of the interval over the mass. */
  double relativeHalfWidth() {
    return (high - mass) / mass;
  }
}
