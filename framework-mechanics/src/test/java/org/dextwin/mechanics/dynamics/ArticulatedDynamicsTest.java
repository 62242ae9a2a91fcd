package org.dextwin.mechanics.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.junit.jupiter.api.Test;

class ArticulatedDynamicsTest {

  private static final Vec3 GRAVITY = new Vec3(0, 0, -9.81);

  /** A robot, its frames, and what one evaluation needs. */
  private static final class Bench {
    final Frames frames;
    final ArticulatedDynamics dynamics;
    final int n;
    final double[] torque;
    final double[] armature;
    final double[] acceleration;

    Bench(RobotModel model, Pose base) {
      frames = new Frames(model.links().stream().map(Link::name).toList());
      dynamics = new ArticulatedDynamics(model, base, GRAVITY, frames, 0, 0, 0);
      n = dynamics.joints();
      torque = new double[n];
      armature = new double[n];
      acceleration = new double[n];
    }

    void weigh(double[] masses) {
      for (int i = 1; i < masses.length; i++) {
        dynamics.setMass(i, masses[i]);
      }
    }

    double[] accelerate(double[] q, double[] v) {
      dynamics.kinematics(q, v, frames);
      dynamics.forwardDynamics(torque, armature, frames, acceleration);
      return acceleration.clone();
    }
  }

  private static RobotModel chain(List<Link> links, List<Joint> joints) {
    List<Link> all = new ArrayList<>();
    all.add(new Link("base", Optional.empty(), List.of()));
    all.addAll(links);
    return new RobotModel("robot", "base", all, joints, List.of());
  }

  private static Link link(String name, double mass, Vec3 center, SymmetricMatrix3 inertia) {
    return new Link(name, Optional.of(new MassProperties(mass, center, inertia)), List.of());
  }

  private static Joint joint(
      String name, Joint.Type type, String parent, String child, Vec3 at, Quat turn, Vec3 axis) {
    return new Joint(name, type, parent, child, at, turn, axis.normalized(), -9, 9, 0, 0, 0);
  }

  @Test
  void doublePendulumAcceleratesAsItsLagrangeEquations() {
    double l = 0.4;
    double m1 = 0.3;
    double m2 = 0.2;
    double tiny = 1e-12;
    SymmetricMatrix3 point = SymmetricMatrix3.diagonal(tiny, tiny, tiny);
    Vec3 bob = new Vec3(0, 0, -l);
    Bench bench =
        new Bench(
            chain(
                List.of(link("a", m1, bob, point), link("b", m2, bob, point)),
                List.of(
                    joint("j1", Joint.Type.REVOLUTE, "base", "a", Vec3.ZERO, Quat.IDENTITY, Vec3.Y),
                    joint("j2", Joint.Type.REVOLUTE, "a", "b", bob, Quat.IDENTITY, Vec3.Y))),
            Pose.identity(Pose.WORLD, "robot"));
    double t1 = 0.7;
    double t2 = -0.4;
    double w1 = 1.3;
    double w2 = -2.1;
    // in absolute angles: masses on massless rods of equal length
    double c = Math.cos(t1 - t2);
    double s = Math.sin(t1 - t2);
    double a11 = (m1 + m2) * l;
    double a12 = m2 * l * c;
    double b1 = -m2 * l * w2 * w2 * s - (m1 + m2) * 9.81 * Math.sin(t1);
    double b2 = m2 * l * w1 * w1 * s - m2 * 9.81 * Math.sin(t2);
    double determinant = a11 * m2 * l - a12 * a12;
    double e1 = (b1 * m2 * l - a12 * b2) / determinant;
    double e2 = (a11 * b2 - a12 * b1) / determinant;
    double[] found = bench.accelerate(new double[] {t1, t2 - t1}, new double[] {w1, w2 - w1});
    assertThat(found[0]).isCloseTo(e1, within(1e-8));
    assertThat(found[0] + found[1]).isCloseTo(e2, within(1e-8));
  }

  private static Bench bentRobot() {
    Random random = new Random(5);
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    String[] parents = {"base", "l0", "l1", "l1", "l3", "l0"};
    for (int i = 0; i < parents.length; i++) {
      links.add(
          link(
              "l" + i,
              0.1 + random.nextDouble(),
              vector(random, 0.1),
              new SymmetricMatrix3(4e-3, 5e-3, 6e-3, 3e-4, -5e-4, 2e-4)));
      joints.add(
          joint(
              "j" + i,
              i == 2 ? Joint.Type.PRISMATIC : i == 3 ? Joint.Type.FIXED : Joint.Type.REVOLUTE,
              parents[i],
              "l" + i,
              vector(random, 0.2),
              Quat.exp(vector(random, 1)),
              vector(random, 1)));
    }
    Bench bench =
        new Bench(chain(links, joints), Pose.inWorld("robot", vector(random, 1), Quat.exp(Vec3.X)));
    Arrays.setAll(bench.torque, i -> random.nextGaussian());
    Arrays.setAll(bench.armature, i -> 0.01 * random.nextDouble());
    Arrays.setAll(bench.frames.wrench, i -> i < 6 ? 0 : random.nextGaussian());
    return bench;
  }

  private static Vec3 vector(Random random, double scale) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
        .times(scale);
  }

  @Test
  void derivativesMatchCentralDifferencesAndEachOther() {
    Bench bench = bentRobot();
    int n = bench.n;
    Random random = new Random(6);
    double[] q = random.doubles(n, -1, 1).toArray();
    double[] v = random.doubles(n, -2, 2).toArray();
    double[] dq = random.doubles(n, -1, 1).toArray();
    double[] dv = random.doubles(n, -1, 1).toArray();
    double h = 1e-6;
    int links = bench.frames.names().size();
    double[] dm = random.doubles(links, -0.05, 0.05).toArray();
    dm[0] = 0;
    double[] mass = IntStream.range(0, links).mapToDouble(bench.dynamics::mass).toArray();
    bench.weigh(moved(mass, dm, h));
    double[] plus = bench.accelerate(moved(q, dq, h), moved(v, dv, h));
    bench.weigh(moved(mass, dm, -h));
    double[] minus = bench.accelerate(moved(q, dq, -h), moved(v, dv, -h));
    bench.weigh(mass);
    bench.accelerate(q, v);
    double[] da = new double[n];
    bench.frames.clearDirections();
    bench.dynamics.kinematicsJvp(dq, dv, bench.frames);
    bench.dynamics.forwardDynamicsJvp(new double[n], dv, dm, bench.frames, da);
    for (int i = 0; i < n; i++) {
      double expected = (plus[i] - minus[i]) / (2 * h);
      assertThat(da[i]).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
    }
    double[] aBar = random.doubles(n, -1, 1).toArray();
    double[] qBar = new double[n];
    double[] vBar = new double[n];
    bench.frames.clearCotangents();
    double[] massBar = new double[links];
    bench.dynamics.forwardDynamicsVjp(aBar, new double[n], massBar, bench.frames, qBar, vBar);
    bench.dynamics.kinematicsVjp(bench.frames, qBar, vBar);
    double forward = dot(aBar, da);
    assertThat(Math.abs(dot(massBar, dm))).as("effect of the masses").isGreaterThan(0.01);
    assertThat(dot(qBar, dq) + dot(vBar, dv) + dot(massBar, dm))
        .isCloseTo(forward, within(1e-11 * (1 + Math.abs(forward))));
  }

  @Test
  void wrenchCotangentsAreTheDerivativesByWrenches() {
    Bench bench = bentRobot();
    int n = bench.n;
    Random random = new Random(7);
    double[] q = random.doubles(n, -1, 1).toArray();
    double[] v = random.doubles(n, -2, 2).toArray();
    double[] aBar = random.doubles(n, -1, 1).toArray();
    bench.accelerate(q, v);
    bench.frames.clearCotangents();
    bench.dynamics.forwardDynamicsVjp(
        aBar,
        new double[n],
        new double[bench.frames.names().size()],
        bench.frames,
        new double[n],
        new double[n]);
    double[] wrenchBar = bench.frames.wrenchBar.clone();
    // accelerations are linear in the wrenches, so large steps are exact
    for (int i = 6; i < wrenchBar.length; i++) {
      double old = bench.frames.wrench[i];
      bench.frames.wrench[i] = old + 1;
      double plus = dot(aBar, bench.accelerate(q, v));
      bench.frames.wrench[i] = old - 1;
      double minus = dot(aBar, bench.accelerate(q, v));
      bench.frames.wrench[i] = old;
      assertThat(wrenchBar[i]).isCloseTo((plus - minus) / 2, within(1e-10));
    }
  }

  private static double[] moved(double[] a, double[] direction, double h) {
    double[] result = a.clone();
    for (int i = 0; i < a.length; i++) {
      result[i] += h * direction[i];
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
