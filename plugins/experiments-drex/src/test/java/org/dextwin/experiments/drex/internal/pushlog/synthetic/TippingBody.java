package org.dextwin.experiments.drex.internal.pushlog.synthetic;

/**
 * A body that tips about its far edge and slides on a table, in the plane of the push: x_e is the
 * place of the edge, theta the tilt. The edge never leaves the table; Coulomb friction acts at it.
 * Lagrange's equations of
 *
 * <pre>
 *   m x_e'' + m h(theta) theta'' + m d(theta) theta'^2 = F_x + f
 *   m h(theta) x_e'' + (m r^2 + I) theta'' = Q - m g d(theta)
 * </pre>
 *
 * with h the height of the centre of mass, d = dh/dtheta and r its distance from the edge.
 */
final class TippingBody {

  private static final double G = 9.81;

  /** Speed at which dry friction is fully up [m/s]. */
  private static final double SLIP_SPEED = 2e-4;

  // The table under the base and under the side it falls on: stiff and dead [1/s].
  private static final double TABLE_FREQUENCY = 600;

  private final PushedBody body;
  private final double halfBase;
  private final double centerHeight;
  private final double turnInertia;
  private double normalForce;
  double edge;
  double edgeSpeed;
  double tilt;
  double tiltSpeed;

  TippingBody(PushedBody body) {
    this.body = body;
    this.halfBase = body.halfBase();
    this.centerHeight = body.centerHeight();
    this.turnInertia =
        body.mass() * (halfBase * halfBase + centerHeight * centerHeight) + body.tippingInertia();
    this.normalForce = body.mass() * G;
    this.edge = halfBase;
  }

  double centerX() {
    return edge - halfBase * StrictMath.cos(tilt) + centerHeight * StrictMath.sin(tilt);
  }

  double centerZ() {
    return halfBase * StrictMath.sin(tilt) + centerHeight * StrictMath.cos(tilt);
  }

  /** Moves on by dt under a force (fx, fz) and its moment about the edge, as it turns the tilt. */
  void step(double fx, double fz, double pushMoment, double dt) {
    double m = body.mass();
    double h = centerZ();
    double d = halfBase * StrictMath.cos(tilt) - centerHeight * StrictMath.sin(tilt);
    // a turn by dtheta moves a point at (x - x_e, z) by (z, -(x - x_e)) dtheta
    double moment = pushMoment + tableMoment();
    double slip = -body.friction() * normalForce * StrictMath.tanh(edgeSpeed / SLIP_SPEED);
    double a = m;
    double b = m * h;
    double c = turnInertia;
    double right1 = fx + slip - m * d * tiltSpeed * tiltSpeed;
    double right2 = moment - m * G * d;
    double determinant = a * c - b * b;
    double edgeAcceleration = (c * right1 - b * right2) / determinant;
    double tiltAcceleration = (a * right2 - b * right1) / determinant;
    double lift = d * tiltAcceleration - h * tiltSpeed * tiltSpeed;
    normalForce = Math.max(0, m * (G + lift) - fz);
    edgeSpeed += dt * edgeAcceleration;
    tiltSpeed += dt * tiltAcceleration;
    edge += dt * edgeSpeed;
    tilt += dt * tiltSpeed;
  }

  private double tableMoment() {
    double under = Math.min(0, tilt);
    double beyond = Math.max(0, tilt - Math.PI / 2);
    double moment = -turnInertia * TABLE_FREQUENCY * TABLE_FREQUENCY * (under + beyond);
    // critical damping, so that it does not bounce
    return under < 0 || beyond > 0 ? moment - 2 * turnInertia * TABLE_FREQUENCY * tiltSpeed : 0;
  }
}
