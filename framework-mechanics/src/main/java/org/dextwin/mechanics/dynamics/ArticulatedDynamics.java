package org.dextwin.mechanics.dynamics;

import static org.dextwin.mechanics.dynamics.Frames.ROTATION;
import static org.dextwin.mechanics.dynamics.Frames.SPATIAL;
import static org.dextwin.mechanics.dynamics.Vectors.addCross;
import static org.dextwin.mechanics.dynamics.Vectors.addScaled;
import static org.dextwin.mechanics.dynamics.Vectors.clear;
import static org.dextwin.mechanics.dynamics.Vectors.copy;
import static org.dextwin.mechanics.dynamics.Vectors.cross;
import static org.dextwin.mechanics.dynamics.Vectors.dot;
import static org.dextwin.mechanics.dynamics.Vectors.multiply;
import static org.dextwin.mechanics.dynamics.Vectors.rotate;
import static org.dextwin.mechanics.dynamics.Vectors.rotateBack;

import java.util.Arrays;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.RobotModel;
import org.dextwin.mechanics.kinematics.KinematicTree;

/**
 * A robot on a fixed base in reduced coordinates: kinematics of its links, inverse and forward
 * dynamics, and the derivatives of both along directions and cotangents.
 *
 * <p>All vectors are expressed in the world. Link i hangs on link p by a joint with axis e and
 * offset d = p_i - p_p (origins). With joint speed s and acceleration a,
 *
 * <pre>
 *   revolute   w_i = w_p + e s              v_i = v_p + w_p x d
 *              w_i' = w_p' + e a + s w_p x e   v_i' = v_p' + w_p' x d + w_p x (w_p x d)
 *   prismatic  w_i = w_p                    v_i = v_p + w_p x d + e s
 *              w_i' = w_p'                  v_i' = as above + e a + 2 s w_p x e
 *   link       F = m (v' + w' x r + w x (w x r)),   N = I w' + w x I w,   r = R c
 *   joint      f_i = F - F_ext + sum f_child,   n_i = N + r x F - T_ext + sum (n + d x f)_child
 *              torque = e . n (revolute) or e . f (prismatic)
 * </pre>
 *
 * with v' = -g at the base (recursive Newton-Euler). Forward dynamics solves M a = torque - bias
 * with the composite-inertia matrix M. Its derivative is that of inverse dynamics at the same
 * acceleration: da = M^-1 (dtorque - dID).
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Featherstone 2008, "Rigid body dynamics
 * algorithms", 5.3 and 6.2; Carpentier and Mansard 2018, Eq. 4.
 */
public final class ArticulatedDynamics {

  private static final int NONE = -1;

  private final int links;
  private final int joints;
  private final int firstFrame;
  private final int firstPosition;
  private final int firstVelocity;
  private final double[] gravity;

  // structure and constants of each link
  private final int[] parent;
  private final int[] joint;
  private final boolean[] revolute;
  private final double[] restPosition;
  private final double[] restRotation;
  private final double[] localAxis;
  private final double[] mass;
  private final double[] center;
  private final double[] inertia;

  // of the model: masses and inertias that go with them
  private final double[] modelMass;
  private final double[] modelInertia;

  // of each link at the last state: axis, offset, arm of the centre of mass, accelerations, loads
  private final double[] axis;
  private final double[] offset;
  private final double[] arm;
  private final double[] spinRate;
  private final double[] acceleration;
  private final double[] force;
  private final double[] moment;
  private final double[] linkForce;
  private final double[] linkMoment;
  private final double[] jointVelocity;
  private final double[] jointAcceleration;

  /** Cholesky factor L of M, row-major, lower. */
  private final double[] factor;

  // composite inertia of each link about the base's origin: mass, first moment, second moments
  private final double[] compositeMass;
  private final double[] compositeMoment;
  private final double[] compositeInertia;

  // derivatives or cotangents of the quantities of the same name
  private final double[] axisBar;
  private final double[] offsetBar;
  private final double[] armBar;
  private final double[] spinRateBar;
  private final double[] accelerationBar;
  private final double[] forceBar;
  private final double[] momentBar;
  private final double[] solution;

  private final double[] x = new double[3];
  private final double[] y = new double[3];
  private final double[] z = new double[3];

  /**
   * Compiles a robot.
   *
   * @param model the robot
   * @param base X_WB of its root link
   * @param gravity acceleration of free fall [m/s^2]
   * @param frames frames that hold the links, in the order of {@link KinematicTree}
   * @param firstFrame index of the root's frame; it is placed here
   * @param firstPosition index of the first joint in q
   * @param firstVelocity index of the first joint in v
   */
  public ArticulatedDynamics(
      RobotModel model,
      Pose base,
      Vec3 gravity,
      Frames frames,
      int firstFrame,
      int firstPosition,
      int firstVelocity) {
    KinematicTree tree = new KinematicTree(model);
    this.links = tree.linkCount();
    this.joints = tree.velocityCount();
    this.firstFrame = firstFrame;
    this.firstPosition = firstPosition;
    this.firstVelocity = firstVelocity;
    this.gravity = new double[] {gravity.x(), gravity.y(), gravity.z()};
    this.parent = new int[links];
    this.joint = new int[links];
    this.revolute = new boolean[links];
    this.restPosition = new double[3 * links];
    this.restRotation = new double[9 * links];
    this.localAxis = new double[3 * links];
    this.mass = new double[links];
    this.center = new double[3 * links];
    this.inertia = new double[6 * links];
    compile(model, tree);
    this.modelMass = mass.clone();
    this.modelInertia = inertia.clone();
    this.axis = new double[3 * links];
    this.offset = new double[3 * links];
    this.arm = new double[3 * links];
    this.spinRate = new double[3 * links];
    this.acceleration = new double[3 * links];
    this.force = new double[3 * links];
    this.moment = new double[3 * links];
    this.linkForce = new double[3 * links];
    this.linkMoment = new double[3 * links];
    this.jointVelocity = new double[joints];
    this.jointAcceleration = new double[joints];
    this.factor = new double[joints * joints];
    this.compositeMass = new double[links];
    this.compositeMoment = new double[3 * links];
    this.compositeInertia = new double[6 * links];
    this.axisBar = new double[3 * links];
    this.offsetBar = new double[3 * links];
    this.armBar = new double[3 * links];
    this.spinRateBar = new double[3 * links];
    this.accelerationBar = new double[3 * links];
    this.forceBar = new double[3 * links];
    this.momentBar = new double[3 * links];
    this.solution = new double[joints];
    base.position().copyTo(frames.position, 3 * firstFrame);
    System.arraycopy(
        base.rotation().toMatrix(), 0, frames.rotation, ROTATION * firstFrame, ROTATION);
  }

  private void compile(RobotModel model, KinematicTree tree) {
    parent[0] = NONE;
    joint[0] = NONE;
    for (int i = 1; i < links; i++) {
      Joint description = model.joints().get(i - 1);
      parent[i] = tree.parent(i);
      joint[i] = description.type() == Joint.Type.FIXED ? NONE : tree.velocityIndex(i);
      revolute[i] = description.type() == Joint.Type.REVOLUTE;
      description.position().copyTo(restPosition, 3 * i);
      System.arraycopy(description.rotation().toMatrix(), 0, restRotation, 9 * i, 9);
      description.axis().copyTo(localAxis, 3 * i);
      int link = i;
      model
          .link(description.child())
          .mass()
          .ifPresent(
              properties -> {
                mass[link] = properties.mass();
                properties.centerOfMass().copyTo(center, 3 * link);
                store(properties.inertia(), inertia, 6 * link);
              });
    }
  }

  private static void store(SymmetricMatrix3 m, double[] out, int i) {
    out[i] = m.xx();
    out[i + 1] = m.yy();
    out[i + 2] = m.zz();
    out[i + 3] = m.xy();
    out[i + 4] = m.xz();
    out[i + 5] = m.yz();
  }

  /**
   * Returns the number of joints.
   *
   * @return the number of joints that move
   */
  public int joints() {
    return joints;
  }

  /**
   * Returns the mass of a link.
   *
   * @param link index of the link, in the order of {@link KinematicTree}
   * @return its mass; zero for a mere frame [kg]
   */
  public double mass(int link) {
    return mass[link];
  }

  /**
   * Changes the mass of a link; its inertia scales along.
   *
   * @param link index of a link that has mass
   * @param newMass its mass [kg]
   */
  public void setMass(int link, double newMass) {
    if (newMass == mass[link]) {
      return;
    }
    mass[link] = newMass;
    double factor = newMass / modelMass[link];
    for (int i = 6 * link; i < 6 * link + 6; i++) {
      inertia[i] = factor * modelInertia[i];
    }
  }

  // ---- kinematics

  /**
   * Places the links.
   *
   * @param q configuration of the world
   * @param v velocity of the world
   * @param frames poses and velocities of the links; overwritten
   */
  public void kinematics(double[] q, double[] v, Frames frames) {
    System.arraycopy(v, firstVelocity, jointVelocity, 0, joints);
    for (int i = 1; i < links; i++) {
      int k = 3 * i;
      int fi = firstFrame + i;
      int fp = firstFrame + parent[i];
      double position = joint[i] == NONE ? 0 : q[firstPosition + joint[i]];
      double speed = joint[i] == NONE ? 0 : jointVelocity[joint[i]];
      orient(i, revolute[i] ? position : 0, frames.rotation);
      rotate(frames.rotation, ROTATION * fi, localAxis, k, axis, k);
      rotate(frames.rotation, ROTATION * fi, center, k, arm, k);
      rotate(frames.rotation, ROTATION * fp, restPosition, k, offset, k);
      double[] velocity = frames.velocity;
      copy(velocity, SPATIAL * fp, velocity, SPATIAL * fi);
      copy(velocity, SPATIAL * fp + 3, velocity, SPATIAL * fi + 3);
      if (revolute[i]) {
        addScaled(speed, axis, k, velocity, SPATIAL * fi);
      } else if (joint[i] != NONE) {
        addScaled(position, axis, k, offset, k);
        addScaled(speed, axis, k, velocity, SPATIAL * fi + 3);
      }
      addCross(1, velocity, SPATIAL * fp, offset, k, velocity, SPATIAL * fi + 3);
      copy(frames.position, 3 * fp, frames.position, 3 * fi);
      addScaled(1, offset, k, frames.position, 3 * fi);
    }
  }

  /** R_i = R_p R_rest Rot(axis, angle), by Rodrigues' formula on the columns of R_rest. */
  private void orient(int i, double angle, double[] rotation) {
    int to = ROTATION * (firstFrame + i);
    int from = ROTATION * (firstFrame + parent[i]);
    double sine = Math.sin(angle);
    double versine = 1 - Math.cos(angle);
    double ax = localAxis[3 * i];
    double ay = localAxis[3 * i + 1];
    double az = localAxis[3 * i + 2];
    for (int row = 0; row < 3; row++) {
      double a = 0;
      double b = 0;
      double c = 0;
      for (int m = 0; m < 3; m++) {
        double r = rotation[from + 3 * row + m];
        a += r * restRotation[9 * i + 3 * m];
        b += r * restRotation[9 * i + 3 * m + 1];
        c += r * restRotation[9 * i + 3 * m + 2];
      }
      // (a, b, c) Rot = (a, b, c) + sine (a, b, c) x axis + versine ((a, b, c) x axis) x axis
      double ux = b * az - c * ay;
      double uy = c * ax - a * az;
      double uz = a * ay - b * ax;
      rotation[to + 3 * row] = a + sine * ux + versine * (uy * az - uz * ay);
      rotation[to + 3 * row + 1] = b + sine * uy + versine * (uz * ax - ux * az);
      rotation[to + 3 * row + 2] = c + sine * uz + versine * (ux * ay - uy * ax);
    }
  }

  /**
   * Pushes directions of the state to the links.
   *
   * @param dq direction in the configuration, in the layout of v
   * @param dv direction in the velocity
   * @param frames directions of poses and velocities of the links; overwritten
   */
  public void kinematicsJvp(double[] dq, double[] dv, Frames frames) {
    double[] pose = frames.poseDirection;
    double[] rate = frames.velocityDirection;
    for (int i = 1; i < links; i++) {
      int k = 3 * i;
      int own = SPATIAL * (firstFrame + i);
      int up = SPATIAL * (firstFrame + parent[i]);
      double position = joint[i] == NONE ? 0 : dq[firstVelocity + joint[i]];
      double speed = joint[i] == NONE ? 0 : dv[firstVelocity + joint[i]];
      double s = joint[i] == NONE ? 0 : jointVelocity[joint[i]];
      // dphi and de = dphi x e
      copy(pose, up, pose, own);
      if (revolute[i]) {
        addScaled(position, axis, k, pose, own);
      }
      cross(pose, own, axis, k, axisBar, k);
      // dd = dphi_p x d (+ e dq)
      cross(pose, up, offset, k, offsetBar, k);
      if (!revolute[i]) {
        addScaled(position, axis, k, offsetBar, k);
      }
      cross(pose, own, arm, k, armBar, k);
      copy(pose, up + 3, pose, own + 3);
      addScaled(1, offsetBar, k, pose, own + 3);
      // dw and dv
      copy(rate, up, rate, own);
      copy(rate, up + 3, rate, own + 3);
      addCross(1, rate, up, offset, k, rate, own + 3);
      addCross(1, frames.velocity, up, offsetBar, k, rate, own + 3);
      int part = revolute[i] ? own : own + 3;
      addScaled(speed, axis, k, rate, part);
      addScaled(s, axisBar, k, rate, part);
    }
  }

  /**
   * Pulls cotangents of the links' poses and velocities back to the state.
   *
   * @param frames cotangents of poses and velocities; those of the links are used up
   * @param qBar cotangent of the configuration, in the layout of v; added to
   * @param vBar cotangent of the velocity; added to
   */
  public void kinematicsVjp(Frames frames, double[] qBar, double[] vBar) {
    double[] poseBar = frames.poseBar;
    double[] rateBar = frames.velocityBar;
    for (int i = links - 1; i > 0; i--) {
      int k = 3 * i;
      int own = SPATIAL * (firstFrame + i);
      int up = SPATIAL * (firstFrame + parent[i]);
      // w and v
      clear(y, 0);
      int part = revolute[i] ? own : own + 3;
      if (joint[i] != NONE) {
        vBar[firstVelocity + joint[i]] += dot(axis, k, rateBar, part);
        addScaled(jointVelocity[joint[i]], rateBar, part, y, 0);
      }
      addScaled(1, rateBar, own, rateBar, up);
      addScaled(1, rateBar, own + 3, rateBar, up + 3);
      addCross(1, offset, k, rateBar, own + 3, rateBar, up);
      // x = cotangent of d
      copy(poseBar, own + 3, x, 0);
      addCross(1, rateBar, own + 3, frames.velocity, up, x, 0);
      addScaled(1, poseBar, own + 3, poseBar, up + 3);
      pullOffset(i, x, 0, poseBar, qBar);
      // y = cotangent of e
      addCross(1, axis, k, y, 0, poseBar, own);
      addScaled(1, poseBar, own, poseBar, up);
      if (revolute[i]) {
        qBar[firstVelocity + joint[i]] += dot(axis, k, poseBar, own);
      }
    }
  }

  /** d turns with the parent, and grows with a prismatic joint. */
  private void pullOffset(int i, double[] dBar, int at, double[] poseBar, double[] qBar) {
    addCross(1, offset, 3 * i, dBar, at, poseBar, SPATIAL * (firstFrame + parent[i]));
    if (!revolute[i] && joint[i] != NONE) {
      qBar[firstVelocity + joint[i]] += dot(axis, 3 * i, dBar, at);
    }
  }

  // ---- dynamics

  /**
   * Solves (M + diag(armature)) a = torque - bias for the joint accelerations, at the state of the
   * last {@link #kinematics}.
   *
   * @param torque torques or forces of the joints, shape (joints); not modified
   * @param armature inertia added to each joint, shape (joints); not modified
   * @param frames wrenches on the links
   * @param out acceleration of the world; the joints' part is overwritten
   */
  public void forwardDynamics(double[] torque, double[] armature, Frames frames, double[] out) {
    Arrays.fill(jointAcceleration, 0);
    inverseDynamics(frames, solution);
    for (int j = 0; j < joints; j++) {
      solution[j] = torque[j] - solution[j];
    }
    massMatrix(armature, frames);
    factorise();
    solve(solution);
    System.arraycopy(solution, 0, jointAcceleration, 0, joints);
    System.arraycopy(solution, 0, out, firstVelocity, joints);
    // once more with the accelerations, from which the derivatives start
    inverseDynamics(frames, solution);
  }

  /** Torques without armature that go with jointAcceleration. */
  private void inverseDynamics(Frames frames, double[] torque) {
    clear(spinRate, 0);
    clear(acceleration, 0);
    addScaled(-1, gravity, 0, acceleration, 0);
    double[] velocity = frames.velocity;
    for (int i = 1; i < links; i++) {
      int k = 3 * i;
      int p = 3 * parent[i];
      int own = SPATIAL * (firstFrame + i);
      int up = SPATIAL * (firstFrame + parent[i]);
      copy(spinRate, p, spinRate, k);
      copy(acceleration, p, acceleration, k);
      addCross(1, spinRate, p, offset, k, acceleration, k);
      cross(velocity, up, offset, k, x, 0);
      addCross(1, velocity, up, x, 0, acceleration, k);
      if (joint[i] != NONE) {
        double[] out = revolute[i] ? spinRate : acceleration;
        addScaled(jointAcceleration[joint[i]], axis, k, out, k);
        double coriolis = (revolute[i] ? 1 : 2) * jointVelocity[joint[i]];
        addCross(coriolis, velocity, up, axis, k, out, k);
      }
      // F = m (v' + w' x r + w x (w x r))
      copy(acceleration, k, y, 0);
      addCross(1, spinRate, k, arm, k, y, 0);
      cross(velocity, own, arm, k, x, 0);
      addCross(1, velocity, own, x, 0, y, 0);
      clear(linkForce, k);
      addScaled(mass[i], y, 0, linkForce, k);
      // N = I w' + w x I w
      timesInertia(frames, i, spinRate, k, linkMoment, k);
      timesInertia(frames, i, velocity, own, x, 0);
      addCross(1, velocity, own, x, 0, linkMoment, k);
      copy(linkForce, k, force, k);
      addScaled(-1, frames.wrench, own + 3, force, k);
      copy(linkMoment, k, moment, k);
      addCross(1, arm, k, linkForce, k, moment, k);
      addScaled(-1, frames.wrench, own, moment, k);
    }
    for (int i = links - 1; i > 0; i--) {
      int k = 3 * i;
      int p = 3 * parent[i];
      if (joint[i] != NONE) {
        torque[joint[i]] = dot(axis, k, revolute[i] ? moment : force, k);
      }
      if (p > 0) {
        addScaled(1, force, k, force, p);
        addScaled(1, moment, k, moment, p);
        addCross(1, offset, k, force, k, moment, p);
      }
    }
  }

  /** out = R I_b R^T a. */
  private void timesInertia(Frames frames, int i, double[] a, int ia, double[] out, int io) {
    int r = ROTATION * (firstFrame + i);
    rotateBack(frames.rotation, r, a, ia, out, io);
    multiply(inertia, 6 * i, out, io, out, io);
    rotate(frames.rotation, r, out, io, out, io);
  }

  /** M by composite inertias about the base's origin (Featherstone 2008, 6.2), into the factor. */
  private void massMatrix(double[] armature, Frames frames) {
    Arrays.fill(compositeMass, 0);
    Arrays.fill(compositeMoment, 0);
    Arrays.fill(compositeInertia, 0);
    Arrays.fill(factor, 0);
    for (int i = links - 1; i > 0; i--) {
      addOwnInertia(frames, i);
      if (joint[i] != NONE) {
        fillRow(frames, i);
        factor[joint[i] * joints + joint[i]] += armature[joint[i]];
      }
      int p = parent[i];
      compositeMass[p] += compositeMass[i];
      addScaled(1, compositeMoment, 3 * i, compositeMoment, 3 * p);
      addScaled(1, compositeInertia, 6 * i, compositeInertia, 6 * p);
      addScaled(1, compositeInertia, 6 * i + 3, compositeInertia, 6 * p + 3);
    }
  }

  private void addOwnInertia(Frames frames, int i) {
    if (mass[i] == 0) {
      return;
    }
    int r = ROTATION * (firstFrame + i);
    double[] rotation = frames.rotation;
    toBase(frames, i, x);
    addScaled(1, arm, 3 * i, x, 0);
    compositeMass[i] += mass[i];
    addScaled(mass[i], x, 0, compositeMoment, 3 * i);
    // R I_b R^T, column by column, and m (|c|^2 1 - c c^T)
    double square = mass[i] * dot(x, 0, x, 0);
    for (int column = 0; column < 3; column++) {
      for (int m = 0; m < 3; m++) {
        y[m] = rotation[r + 3 * column + m];
      }
      multiply(inertia, 6 * i, y, 0, y, 0);
      rotate(rotation, r, y, 0, y, 0);
      for (int row = 0; row <= column; row++) {
        double value = y[row] - mass[i] * x[row] * x[column] + (row == column ? square : 0);
        compositeInertia[6 * i + (row == column ? row : 2 + row + column)] += value;
      }
    }
  }

  /** Origin of a link from the origin of the base. */
  private void toBase(Frames frames, int i, double[] out) {
    copy(frames.position, 3 * (firstFrame + i), out, 0);
    addScaled(-1, frames.position, 3 * firstFrame, out, 0);
  }

  /** Row of M that belongs to the joint of a link: its momentum along its own and earlier axes. */
  private void fillRow(Frames frames, int i) {
    int k = 3 * i;
    // y: linear, z: angular momentum about the base's origin, per joint speed
    clear(y, 0);
    clear(z, 0);
    if (revolute[i]) {
      toBase(frames, i, x);
      cross(x, 0, axis, k, x, 0);
      multiply(compositeInertia, 6 * i, axis, k, z, 0);
      addCross(1, compositeMoment, k, x, 0, z, 0);
      addScaled(compositeMass[i], x, 0, y, 0);
      addCross(1, axis, k, compositeMoment, k, y, 0);
    } else {
      addScaled(compositeMass[i], axis, k, y, 0);
      cross(compositeMoment, k, axis, k, z, 0);
    }
    for (int j = i; j > 0; j = parent[j]) {
      if (joint[j] == NONE) {
        continue;
      }
      double value = 0;
      if (revolute[j]) {
        toBase(frames, j, x);
        cross(x, 0, axis, 3 * j, x, 0);
        value = dot(axis, 3 * j, z, 0) + dot(x, 0, y, 0);
      } else {
        value = dot(axis, 3 * j, y, 0);
      }
      int row = Math.max(joint[i], joint[j]);
      int column = Math.min(joint[i], joint[j]);
      factor[row * joints + column] = value;
    }
  }

  /** M = L L^T in place. */
  private void factorise() {
    for (int i = 0; i < joints; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = factor[i * joints + j];
        for (int m = 0; m < j; m++) {
          sum -= factor[i * joints + m] * factor[j * joints + m];
        }
        factor[i * joints + j] = i == j ? Math.sqrt(sum) : sum / factor[j * joints + j];
      }
    }
  }

  /** b = M^-1 b. */
  private void solve(double[] b) {
    for (int i = 0; i < joints; i++) {
      for (int m = 0; m < i; m++) {
        b[i] -= factor[i * joints + m] * b[m];
      }
      b[i] /= factor[i * joints + i];
    }
    for (int i = joints - 1; i >= 0; i--) {
      for (int m = i + 1; m < joints; m++) {
        b[i] -= factor[m * joints + i] * b[m];
      }
      b[i] /= factor[i * joints + i];
    }
  }

  /**
   * Returns the acceleration of a joint at the last {@link #forwardDynamics}.
   *
   * @param index index of the joint
   * @return its acceleration [rad/s^2 or m/s^2]
   */
  public double jointAcceleration(int index) {
    return jointAcceleration[index];
  }

  /**
   * Pushes directions to the joint accelerations, after {@link #kinematicsJvp}.
   *
   * @param torque directions of torque - armature times acceleration, shape (joints)
   * @param dv direction in the velocity
   * @param dm directions of the links' masses, shape (links)
   * @param frames directions of poses, velocities and wrenches
   * @param da the joints' part is overwritten
   */
  public void forwardDynamicsJvp(
      double[] torque, double[] dv, double[] dm, Frames frames, double[] da) {
    inverseDynamicsJvp(dv, dm, frames, solution);
    for (int j = 0; j < joints; j++) {
      solution[j] = torque[j] - solution[j];
    }
    solve(solution);
    System.arraycopy(solution, 0, da, firstVelocity, joints);
  }

  private void inverseDynamicsJvp(double[] dv, double[] dm, Frames frames, double[] torque) {
    double[] velocity = frames.velocity;
    double[] pose = frames.poseDirection;
    double[] rate = frames.velocityDirection;
    clear(spinRateBar, 0);
    clear(accelerationBar, 0);
    for (int i = 1; i < links; i++) {
      int k = 3 * i;
      int p = 3 * parent[i];
      int own = SPATIAL * (firstFrame + i);
      int up = SPATIAL * (firstFrame + parent[i]);
      copy(spinRateBar, p, spinRateBar, k);
      // v' = v_p' + w_p' x d + w_p x (w_p x d)
      copy(accelerationBar, p, accelerationBar, k);
      addCross(1, spinRateBar, p, offset, k, accelerationBar, k);
      addCross(1, spinRate, p, offsetBar, k, accelerationBar, k);
      centripetalJvp(velocity, up, rate, offset, offsetBar, k, accelerationBar);
      if (joint[i] != NONE) {
        double[] out = revolute[i] ? spinRateBar : accelerationBar;
        double order = revolute[i] ? 1 : 2;
        double s = jointVelocity[joint[i]];
        addScaled(jointAcceleration[joint[i]], axisBar, k, out, k);
        addCross(order * s, rate, up, axis, k, out, k);
        addCross(order * s, velocity, up, axisBar, k, out, k);
        addCross(order * dv[firstVelocity + joint[i]], velocity, up, axis, k, out, k);
      }
      // F
      copy(accelerationBar, k, forceBar, k);
      addCross(1, spinRateBar, k, arm, k, forceBar, k);
      addCross(1, spinRate, k, armBar, k, forceBar, k);
      centripetalJvp(velocity, own, rate, arm, armBar, k, forceBar);
      copy(forceBar, k, x, 0);
      clear(forceBar, k);
      addScaled(mass[i], x, 0, forceBar, k);
      // N = R N_b: dN = dphi x N + I (dw' - dphi x w') + ...
      cross(pose, own, linkMoment, k, momentBar, k);
      copy(spinRateBar, k, x, 0);
      addCross(-1, pose, own, spinRate, k, x, 0);
      timesInertia(frames, i, x, 0, y, 0);
      addScaled(1, y, 0, momentBar, k);
      copy(rate, own, x, 0);
      addCross(-1, pose, own, velocity, own, x, 0);
      timesInertia(frames, i, x, 0, y, 0);
      addCross(1, velocity, own, y, 0, momentBar, k);
      timesInertia(frames, i, velocity, own, y, 0);
      addCross(1, x, 0, y, 0, momentBar, k);
      if (dm[i] != 0) { // F and N are in proportion to the mass
        addScaled(dm[i] / mass[i], linkForce, k, forceBar, k);
        addScaled(dm[i] / mass[i], linkMoment, k, momentBar, k);
      }
      // moments about the joint
      addCross(1, armBar, k, linkForce, k, momentBar, k);
      addCross(1, arm, k, forceBar, k, momentBar, k);
      addScaled(-1, frames.wrenchDirection, own, momentBar, k);
      addScaled(-1, frames.wrenchDirection, own + 3, forceBar, k);
    }
    for (int i = links - 1; i > 0; i--) {
      int k = 3 * i;
      int p = 3 * parent[i];
      if (joint[i] != NONE) {
        torque[joint[i]] =
            dot(axisBar, k, revolute[i] ? moment : force, k)
                + dot(axis, k, revolute[i] ? momentBar : forceBar, k);
      }
      if (p > 0) {
        addScaled(1, forceBar, k, forceBar, p);
        addScaled(1, momentBar, k, momentBar, p);
        addCross(1, offsetBar, k, force, k, momentBar, p);
        addCross(1, offset, k, forceBar, k, momentBar, p);
      }
    }
  }

  /** out += d(w x (w x d)). */
  private void centripetalJvp(
      double[] velocity,
      int w,
      double[] rate,
      double[] d,
      double[] dDirection,
      int k,
      double[] out) {
    cross(velocity, w, d, k, x, 0);
    addCross(1, rate, w, x, 0, out, k);
    cross(rate, w, d, k, x, 0);
    addCross(1, velocity, w, dDirection, k, x, 0);
    addCross(1, velocity, w, x, 0, out, k);
  }

  /**
   * Pulls a cotangent of the joint accelerations back.
   *
   * @param aBar cotangent of the acceleration of the world
   * @param torqueBar cotangent of torque - armature times acceleration, shape (joints); overwritten
   * @param massBar cotangents of the links' masses, shape (links); those of mere frames stay zero;
   *     overwritten
   * @param frames cotangents of poses, velocities and wrenches of the links; added to
   * @param qBar cotangent of the configuration; added to
   * @param vBar cotangent of the velocity; added to
   */
  public void forwardDynamicsVjp(
      double[] aBar,
      double[] torqueBar,
      double[] massBar,
      Frames frames,
      double[] qBar,
      double[] vBar) {
    System.arraycopy(aBar, firstVelocity, torqueBar, 0, joints);
    solve(torqueBar);
    loadsVjp(torqueBar, frames);
    massVjp(massBar);
    motionVjp(frames, qBar, vBar);
  }

  /** From torques to forces and moments, base to tips; the seed is -torqueBar. */
  private void loadsVjp(double[] torqueBar, Frames frames) {
    clear(forceBar, 0);
    clear(momentBar, 0);
    for (int i = 1; i < links; i++) {
      int k = 3 * i;
      int p = 3 * parent[i];
      int own = SPATIAL * (firstFrame + i);
      // f_p += f_i and n_p += n_i + d x f_i
      copy(forceBar, p, forceBar, k);
      addCross(1, momentBar, p, offset, k, forceBar, k);
      copy(momentBar, p, momentBar, k);
      cross(force, k, momentBar, p, offsetBar, k);
      clear(axisBar, k);
      if (joint[i] != NONE) {
        double seed = -torqueBar[joint[i]];
        addScaled(seed, axis, k, revolute[i] ? momentBar : forceBar, k);
        addScaled(seed, revolute[i] ? moment : force, k, axisBar, k);
      }
      addScaled(-1, forceBar, k, frames.wrenchBar, own + 3);
      addScaled(-1, momentBar, k, frames.wrenchBar, own);
    }
  }

  /** F and N, and with them r x F, are in proportion to the mass. */
  private void massVjp(double[] massBar) {
    massBar[0] = 0;
    for (int i = 1; i < links; i++) {
      int k = 3 * i;
      cross(arm, k, linkForce, k, x, 0);
      addScaled(1, linkMoment, k, x, 0);
      double bar = dot(forceBar, k, linkForce, k) + dot(momentBar, k, x, 0);
      massBar[i] = mass[i] > 0 ? bar / mass[i] : 0;
    }
  }

  /** From forces to motion, tips to base. */
  private void motionVjp(Frames frames, double[] qBar, double[] vBar) {
    Arrays.fill(spinRateBar, 0);
    Arrays.fill(accelerationBar, 0);
    double[] velocity = frames.velocity;
    double[] poseBar = frames.poseBar;
    double[] rateBar = frames.velocityBar;
    for (int i = links - 1; i > 0; i--) {
      int k = 3 * i;
      int p = 3 * parent[i];
      int own = SPATIAL * (firstFrame + i);
      int up = SPATIAL * (firstFrame + parent[i]);
      linkVjp(frames, i);
      // r = R c
      addCross(1, arm, k, armBar, k, poseBar, own);
      if (joint[i] != NONE) {
        double[] bar = revolute[i] ? spinRateBar : accelerationBar;
        double order = revolute[i] ? 1 : 2;
        double s = order * jointVelocity[joint[i]];
        addScaled(jointAcceleration[joint[i]], bar, k, axisBar, k);
        addCross(s, bar, k, velocity, up, axisBar, k);
        addCross(s, axis, k, bar, k, rateBar, up);
        cross(velocity, up, axis, k, x, 0);
        vBar[firstVelocity + joint[i]] += order * dot(x, 0, bar, k);
      }
      addScaled(1, spinRateBar, k, spinRateBar, p);
      addScaled(1, accelerationBar, k, accelerationBar, p);
      addCross(1, offset, k, accelerationBar, k, spinRateBar, p);
      addCross(1, accelerationBar, k, spinRate, p, offsetBar, k);
      centripetalVjp(velocity, up, offset, k, accelerationBar, k, offsetBar, rateBar);
      pullOffset(i, offsetBar, k, poseBar, qBar);
      addCross(1, axis, k, axisBar, k, poseBar, own);
    }
  }

  /** F and N of one link. */
  private void linkVjp(Frames frames, int i) {
    int k = 3 * i;
    int own = SPATIAL * (firstFrame + i);
    double[] velocity = frames.velocity;
    double[] poseBar = frames.poseBar;
    double[] rateBar = frames.velocityBar;
    // n = N + r x F: momentBar is the cotangent of N too
    cross(linkForce, k, momentBar, k, armBar, k);
    copy(forceBar, k, z, 0);
    addCross(1, momentBar, k, arm, k, z, 0);
    // F = m a_C; z becomes the cotangent of a_C
    z[0] *= mass[i];
    z[1] *= mass[i];
    z[2] *= mass[i];
    addScaled(1, z, 0, accelerationBar, k);
    addCross(1, arm, k, z, 0, spinRateBar, k);
    addCross(1, z, 0, spinRate, k, armBar, k);
    centripetalVjp(velocity, own, arm, k, z, 0, armBar, rateBar);
    // N = R N_b(R^T w, R^T w')
    addCross(1, linkMoment, k, momentBar, k, poseBar, own);
    timesInertia(frames, i, momentBar, k, y, 0);
    addScaled(1, y, 0, spinRateBar, k);
    addCross(-1, spinRate, k, y, 0, poseBar, own);
    timesInertia(frames, i, velocity, own, y, 0);
    cross(y, 0, momentBar, k, y, 0);
    cross(momentBar, k, velocity, own, x, 0);
    timesInertia(frames, i, x, 0, x, 0);
    addScaled(1, x, 0, y, 0);
    addScaled(1, y, 0, rateBar, own);
    addCross(-1, velocity, own, y, 0, poseBar, own);
  }

  /** Cotangents of w and d of bar . (w x (w x d)). */
  private void centripetalVjp(
      double[] velocity,
      int w,
      double[] d,
      int k,
      double[] bar,
      int ib,
      double[] dBar,
      double[] rateBar) {
    cross(velocity, w, d, k, x, 0);
    addCross(1, x, 0, bar, ib, rateBar, w);
    cross(bar, ib, velocity, w, x, 0);
    addCross(1, d, k, x, 0, rateBar, w);
    addCross(1, x, 0, velocity, w, dBar, k);
  }
}
