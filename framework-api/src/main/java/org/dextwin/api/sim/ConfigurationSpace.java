package org.dextwin.api.sim;

import org.dextwin.api.math.DimensionMismatchException;

/**
 * The layout of the configuration q and velocity v of a system: free bodies first, then scalar
 * joints. A free body takes seven numbers of q, (R_WB as w, x, y, z; p_WB), and six of v, (angular,
 * linear), both expressed in the world; a joint takes one of each. A tangent has the layout of v:
 * (rotation vector, translation), applied on the left: R' = exp(rotation) R.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param bodies number of free bodies
 * @param joints number of scalar joints
 */
public record ConfigurationSpace(int bodies, int joints) {

  /** Numbers of q per free body. */
  public static final int BODY_NQ = 7;

  /** Numbers of v per free body. */
  public static final int BODY_NV = 6;

  /** Below it four terms of a series are exact to rounding and the closed form loses digits. */
  private static final double SERIES_LIMIT = 0.02;

  /**
   * Checks the counts.
   *
   * @param bodies number of free bodies
   * @param joints number of scalar joints
   */
  public ConfigurationSpace {
    if (bodies < 0 || joints < 0) {
      throw new IllegalArgumentException("a space of " + bodies + " bodies, " + joints + " joints");
    }
  }

  /**
   * Returns the length of q.
   *
   * @return 7 per body and 1 per joint
   */
  public int nq() {
    return BODY_NQ * bodies + joints;
  }

  /**
   * Returns the length of v and of tangents.
   *
   * @return 6 per body and 1 per joint
   */
  public int nv() {
    return BODY_NV * bodies + joints;
  }

  /**
   * Moves a configuration along a tangent: out = q (+) scale * tangent.
   *
   * @param q configuration, shape (nq); not modified
   * @param tangent tangent, shape (nv); not modified
   * @param scale factor of the tangent
   * @param out configuration, shape (nq); overwritten; may alias q; its quaternions are unit
   * @throws DimensionMismatchException if a length differs
   */
  public void displace(double[] q, double[] tangent, double scale, double[] out) {
    requireLengths(q, tangent);
    for (int body = 0; body < bodies; body++) {
      int iq = BODY_NQ * body;
      int iv = BODY_NV * body;
      rotate(q, iq, tangent, iv, scale, out);
      out[iq + 4] = q[iq + 4] + scale * tangent[iv + 3];
      out[iq + 5] = q[iq + 5] + scale * tangent[iv + 4];
      out[iq + 6] = q[iq + 6] + scale * tangent[iv + 5];
    }
    int jq = BODY_NQ * bodies;
    int jv = BODY_NV * bodies;
    for (int joint = 0; joint < joints; joint++) {
      out[jq + joint] = q[jq + joint] + scale * tangent[jv + joint];
    }
  }

  /** Quaternion product exp(scale * rotation) * q, normalised. */
  private static void rotate(
      double[] q, int iq, double[] tangent, int iv, double scale, double[] out) {
    double rx = scale * tangent[iv];
    double ry = scale * tangent[iv + 1];
    double rz = scale * tangent[iv + 2];
    double angle = Math.sqrt(rx * rx + ry * ry + rz * rz);
    // sin(a/2)/a by its series where the quotient loses digits
    double factor = angle < 1e-6 ? 0.5 - angle * angle / 48 : Math.sin(angle / 2) / angle;
    double ew = Math.cos(angle / 2);
    double ex = factor * rx;
    double ey = factor * ry;
    double ez = factor * rz;
    double w = q[iq];
    double x = q[iq + 1];
    double y = q[iq + 2];
    double z = q[iq + 3];
    double nw = ew * w - ex * x - ey * y - ez * z;
    double nx = ew * x + ex * w + ey * z - ez * y;
    double ny = ew * y - ex * z + ey * w + ez * x;
    double nz = ew * z + ex * y - ey * x + ez * w;
    double scaleToUnit = 1 / Math.sqrt(nw * nw + nx * nx + ny * ny + nz * nz);
    out[iq] = scaleToUnit * nw;
    out[iq + 1] = scaleToUnit * nx;
    out[iq + 2] = scaleToUnit * ny;
    out[iq + 3] = scaleToUnit * nz;
  }

  /**
   * Pushes a direction through {@link #displace}: with R' = exp(scale t) R, the left tangents obey
   * dphi' = exp(scale t) dphi + scale J_l(scale t) dt, where J_l is the left Jacobian of SO(3).
   *
   * @param tangent tangent of the displacement, shape (nv); not modified
   * @param scale factor of the tangent
   * @param dq direction in the configuration, shape (nv); overwritten by that in the result
   * @param dTangent direction in the tangent, shape (nv); not modified
   */
  public void displaceJvp(double[] tangent, double scale, double[] dq, double[] dTangent) {
    for (int body = 0; body < bodies; body++) {
      pushRotation(tangent, BODY_NV * body, scale, dq, dTangent);
      for (int i = BODY_NV * body + 3; i < BODY_NV * (body + 1); i++) {
        dq[i] += scale * dTangent[i];
      }
    }
    for (int i = BODY_NV * bodies; i < nv(); i++) {
      dq[i] += scale * dTangent[i];
    }
  }

  /**
   * Pulls a cotangent back through {@link #displace}, the transpose of {@link #displaceJvp}.
   *
   * @param tangent tangent of the displacement, shape (nv); not modified
   * @param scale factor of the tangent
   * @param qBar cotangent of the result, shape (nv); overwritten by that of the configuration
   * @param tangentBar cotangent of the tangent, shape (nv); added to
   */
  public void displaceVjp(double[] tangent, double scale, double[] qBar, double[] tangentBar) {
    for (int body = 0; body < bodies; body++) {
      pullRotation(tangent, BODY_NV * body, scale, qBar, tangentBar);
      for (int i = BODY_NV * body + 3; i < BODY_NV * (body + 1); i++) {
        tangentBar[i] += scale * qBar[i];
      }
    }
    for (int i = BODY_NV * bodies; i < nv(); i++) {
      tangentBar[i] += scale * qBar[i];
    }
  }

  /** dphi = exp(u) dphi + scale J_l(u) dt with u = scale t. */
  private static void pushRotation(
      double[] tangent, int i, double scale, double[] dq, double[] dTangent) {
    double x = scale * tangent[i];
    double y = scale * tangent[i + 1];
    double z = scale * tangent[i + 2];
    double squared = x * x + y * y + z * z;
    double a = sinc(squared);
    double b = versine(squared);
    double c = sineDefect(squared);
    // exp(u) = 1 + a [u] + b [u]^2 and J_l(u) = 1 + b [u] + c [u]^2 (Sola 2017, Eq. 145)
    double px = dq[i];
    double py = dq[i + 1];
    double pz = dq[i + 2];
    double tx = scale * dTangent[i];
    double ty = scale * dTangent[i + 1];
    double tz = scale * dTangent[i + 2];
    double inner = x * (b * px + c * tx) + y * (b * py + c * ty) + z * (b * pz + c * tz);
    double lx = a * px + b * tx;
    double ly = a * py + b * ty;
    double lz = a * pz + b * tz;
    double p = 1 - b * squared;
    double t = 1 - c * squared;
    dq[i] = p * px + t * tx + y * lz - z * ly + x * inner;
    dq[i + 1] = p * py + t * ty + z * lx - x * lz + y * inner;
    dq[i + 2] = p * pz + t * tz + x * ly - y * lx + z * inner;
  }

  /** tBar += scale J_l(u)^T phiBar; phiBar = exp(u)^T phiBar, with u = scale t. */
  private static void pullRotation(
      double[] tangent, int i, double scale, double[] qBar, double[] tangentBar) {
    double x = scale * tangent[i];
    double y = scale * tangent[i + 1];
    double z = scale * tangent[i + 2];
    double squared = x * x + y * y + z * z;
    double a = sinc(squared);
    double b = versine(squared);
    double c = sineDefect(squared);
    double px = qBar[i];
    double py = qBar[i + 1];
    double pz = qBar[i + 2];
    // [u] p, transposed by the sign of the odd powers
    double cx = y * pz - z * py;
    double cy = z * px - x * pz;
    double cz = x * py - y * px;
    double inner = x * px + y * py + z * pz;
    double p = 1 - b * squared;
    double t = 1 - c * squared;
    tangentBar[i] += scale * (t * px - b * cx + c * inner * x);
    tangentBar[i + 1] += scale * (t * py - b * cy + c * inner * y);
    tangentBar[i + 2] += scale * (t * pz - b * cz + c * inner * z);
    qBar[i] = p * px - a * cx + b * inner * x;
    qBar[i + 1] = p * py - a * cy + b * inner * y;
    qBar[i + 2] = p * pz - a * cz + b * inner * z;
  }

  /** sin(u)/u of u^2. */
  private static double sinc(double squared) {
    double u = Math.sqrt(squared);
    return u < SERIES_LIMIT
        ? 1 - squared / 6 * (1 - squared / 20 * (1 - squared / 42))
        : Math.sin(u) / u;
  }

  /** (1 - cos u)/u^2 of u^2. */
  private static double versine(double squared) {
    double half = sinc(squared / 4);
    return half * half / 2;
  }

  /** (u - sin u)/u^3 of u^2. */
  private static double sineDefect(double squared) {
    double u = Math.sqrt(squared);
    return u < SERIES_LIMIT
        ? (1 - squared / 20 * (1 - squared / 42 * (1 - squared / 72))) / 6
        : (u - Math.sin(u)) / (u * squared);
  }

  /**
   * Returns the tangent that leads from one configuration to another, the inverse of {@link
   * #displace} with scale 1.
   *
   * @param from configuration, shape (nq); not modified
   * @param to configuration, shape (nq); not modified
   * @param out tangent, shape (nv); overwritten; rotation vectors have length in [0, pi]
   * @throws DimensionMismatchException if a length differs
   */
  public void difference(double[] from, double[] to, double[] out) {
    requireLengths(from, out);
    for (int body = 0; body < bodies; body++) {
      int iq = BODY_NQ * body;
      int iv = BODY_NV * body;
      rotationBetween(from, to, iq, out, iv);
      out[iv + 3] = to[iq + 4] - from[iq + 4];
      out[iv + 4] = to[iq + 5] - from[iq + 5];
      out[iv + 5] = to[iq + 6] - from[iq + 6];
    }
    int jq = BODY_NQ * bodies;
    int jv = BODY_NV * bodies;
    for (int joint = 0; joint < joints; joint++) {
      out[jv + joint] = to[jq + joint] - from[jq + joint];
    }
  }

  /** Rotation vector of to * from^-1. */
  private static void rotationBetween(double[] from, double[] to, int iq, double[] out, int iv) {
    double aw = to[iq];
    double ax = to[iq + 1];
    double ay = to[iq + 2];
    double az = to[iq + 3];
    double bw = from[iq];
    double bx = -from[iq + 1];
    double by = -from[iq + 2];
    double bz = -from[iq + 3];
    double w = aw * bw - ax * bx - ay * by - az * bz;
    double sign = w < 0 ? -1 : 1;
    double x = sign * (aw * bx + ax * bw + ay * bz - az * by);
    double y = sign * (aw * by - ax * bz + ay * bw + az * bx);
    double z = sign * (aw * bz + ax * by - ay * bx + az * bw);
    double sine = Math.sqrt(x * x + y * y + z * z);
    double factor = sine < 1e-8 ? 2 : 2 * Math.atan2(sine, sign * w) / sine;
    out[iv] = factor * x;
    out[iv + 1] = factor * y;
    out[iv + 2] = factor * z;
  }

  private void requireLengths(double[] q, double[] tangent) {
    if (q.length != nq()) {
      throw new DimensionMismatchException("configuration", nq(), q.length);
    }
    if (tangent.length != nv()) {
      throw new DimensionMismatchException("tangent", nv(), tangent.length);
    }
  }
}
