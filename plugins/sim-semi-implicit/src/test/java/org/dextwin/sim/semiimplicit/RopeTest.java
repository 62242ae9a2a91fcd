package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.MotionState;
import org.dextwin.sim.semiimplicit.internal.dynamics.Displacement;
import org.dextwin.sim.semiimplicit.internal.dynamics.FreeBodies;
import org.dextwin.sim.semiimplicit.internal.dynamics.JointOptions;
import org.dextwin.sim.semiimplicit.internal.dynamics.PointPair;
import org.dextwin.sim.semiimplicit.internal.dynamics.WorldField;
import org.junit.jupiter.api.Test;

/**
 * A rope of bodies at fixed distances, by the corrections that contacts use: |x_i - x_j| = length
 * (D-REX Eq. 14-19).
 */
class RopeTest {

  private static final int BODIES = 8;
  private static final double LENGTH = 0.1;
  private static final double MASS = 0.05;
  private static final double DT = 2e-3;

  private final FreeBodies bodies;
  private final World world;
  private final WorldField freeMotion;
  private final Displacement displacement;
  private final List<Piece> pieces = new ArrayList<>();
  private final MotionState state;
  private final MotionState next;
  private final double[] acceleration;

  RopeTest() {
    List<SceneBody> beads = new ArrayList<>();
    for (int i = 0; i < BODIES; i++) {
      beads.add(TestWorlds.bead("bead-" + i, MASS, new Vec3(LENGTH * (i + 1), 0, 0)));
    }
    world =
        new World(
            TestWorlds.scene(Scene.EARTH_GRAVITY, beads.toArray(SceneBody[]::new)),
            new JointOptions(1, 0));
    bodies = world.freeBodies();
    freeMotion = world.field();
    displacement = new Displacement(bodies);
    state = world.start();
    next = new MotionState(state.space());
    acceleration = new double[state.space().nv()];
  }

  /** One distance, from a bead to the one before or to the origin. */
  private final class Piece {

    private final PointPair pair = new PointPair(displacement);
    private final double[] from = new double[3];
    private final double[] to = new double[3];
    private final double[] way = new double[3];

    Piece(int bead) {
      Vec3 start = bead == 0 ? Vec3.ZERO : position(bead - 1);
      start.copyTo(from, 0);
      position(bead).copyTo(to, 0);
      pair.set(bead, to, bead == 0 ? BODIES : bead - 1, from);
    }

    double project() {
      pair.relative(way);
      Vec3 d = Vec3.of(to, 0).minus(Vec3.of(from, 0)).plus(Vec3.of(way, 0));
      double error = d.norm() - LENGTH;
      d.normalized().copyTo(way, 0);
      pair.push(-error / pair.inverseMass(way), way);
      return error;
    }
  }

  private Vec3 position(int bead) {
    return Vec3.of(state.q(), ConfigurationSpace.BODY_NQ * bead + 4);
  }

  private void predict(boolean hung) {
    freeMotion.evaluate(state, acceleration);
    for (int i = 0; i < acceleration.length; i++) {
      next.v()[i] = state.v()[i] + DT * (hung ? acceleration[i] : 0);
    }
    displacement.begin(state, next.v(), DT);
    pieces.clear();
    for (int bead = hung ? 0 : 1; bead < BODIES; bead++) {
      pieces.add(new Piece(bead));
    }
  }

  private double sweep() {
    double sum = 0;
    for (Piece piece : pieces) {
      double error = piece.project();
      sum += error * error;
    }
    return Math.sqrt(sum);
  }

  private void finish() {
    for (int i = 0; i < acceleration.length; i++) {
      state.v()[i] = displacement.tangent()[i] / DT;
    }
    state.space().displace(state.q(), displacement.tangent(), 1, state.q());
  }

  @Test
  void theResidualFallsWithEveryIteration() {
    // the free end is pulled along the rope
    state.v()[ConfigurationSpace.BODY_NV * (BODIES - 1) + 3] = 2;
    predict(true);
    double last = sweep();
    double first = last;
    for (int i = 0; i < 300; i++) {
      double residual = sweep();
      assertThat(residual).as("residual of iteration %d [m]", i + 2).isLessThan(last);
      last = residual;
    }
    assertThat(last).isLessThan(1e-3 * first);
  }

  @Test
  void aRopeThatIsLetGoHangsDownAtItsLength() {
    for (int step = 0; step < 500; step++) {
      predict(true);
      for (int i = 0; i < 200; i++) {
        sweep();
      }
      finish();
      for (int bead = 1; bead < BODIES; bead++) {
        assertThat(position(bead).distanceTo(position(bead - 1)))
            .as("distance of bead %d at step %d", bead, step)
            .isBetween(0.99 * LENGTH, 1.01 * LENGTH);
      }
    }
    // at its lowest after a second or less, and never above where it began
    assertThat(position(BODIES - 1).z()).isLessThan(0);
  }

  @Test
  void aFreeRopeKeepsItsMomentum() {
    for (int bead = 0; bead < BODIES; bead++) {
      int i = ConfigurationSpace.BODY_NV * bead + 3;
      state.v()[i] = Math.sin(bead);
      state.v()[i + 1] = Math.cos(3 * bead);
      state.v()[i + 2] = 0.1 * bead;
    }
    Vec3 before = momentum();
    Vec3 velocity = Vec3.of(state.v(), 3);
    for (int step = 0; step < 200; step++) {
      predict(false);
      for (int i = 0; i < 10; i++) {
        sweep();
      }
      finish();
    }
    assertThat(momentum().distanceTo(before)).isLessThan(1e-13);
    assertThat(Vec3.of(state.v(), 3).distanceTo(velocity)).isGreaterThan(0.1);
  }

  private Vec3 momentum() {
    Vec3 sum = Vec3.ZERO;
    for (int bead = 0; bead < BODIES; bead++) {
      sum = sum.plus(Vec3.of(state.v(), ConfigurationSpace.BODY_NV * bead + 3).times(MASS));
    }
    return sum;
  }
}
