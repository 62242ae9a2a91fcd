package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.ControlSequence;
import org.junit.jupiter.api.Test;

class PushModelTest {

  private static final double DT = 0.001;

  private static PushModel model(double friction, double frictionLogSigma) {
    RobotModel hand =
        new RobotModel(
            "hand",
            "palm",
            List.of(
                new Link("palm", Optional.empty(), List.of()),
                new Link("finger", Optional.empty(), List.of())),
            List.of(
                new Joint(
                    "hinge",
                    Joint.Type.REVOLUTE,
                    "palm",
                    "finger",
                    Vec3.ZERO,
                    Quat.IDENTITY,
                    Vec3.Y.negated(),
                    -3,
                    3,
                    0,
                    0,
                    0)),
            List.of());
    double[] times = {0, 0.1, 0.2};
    JointTrack track =
        new JointTrack(
            "hinge",
            new double[] {0, 0.1, 0.2},
            new double[] {1, 1, 1},
            new double[] {0.05, 0.05, 0.05},
            0.03,
            0.01,
            7e-4,
            JointTrack.Role.MOVES);
    StandingObject object =
        new StandingObject(
            new MassProperties(1, Vec3.ZERO, SymmetricMatrix3.diagonal(1e-3, 1e-3, 1e-3)),
            List.of(),
            0.05,
            List.of(new Vec3(-0.02, 0, -0.05), new Vec3(0.02, 0, 0.05)));
    RecordedPush push =
        new RecordedPush(
            object,
            hand,
            Pose.inWorld("hand", new Vec3(-0.1, 0, 0.2), Quat.IDENTITY),
            List.of(new RecordedPush.Tip("finger", new Vec3(0, 0, -0.1), 0.01)),
            times,
            List.of(track),
            List.of(),
            0.1,
            0,
            0.2,
            0.3);
    return new PushModel(push, FitOptions.declaredMotors(friction, frictionLogSigma, 0.01));
  }

  @Test
  void servoGivesTheLoggedTorqueOnTheLoggedPath() {
    PushModel model = model(0.4, 0);
    ControlSequence controls = model.controls(model.priors(), DT);
    Actuator servo = model.scene(model.priors()).robots().get(0).model().actuators().get(0);
    for (int step = 0; step < controls.steps(); step++) {
      double q = (step + 0.5) * DT;
      double torque = servo.kp() * (controls.target(step, 0) - q) - servo.kd() * 1;
      assertThat(torque).isCloseTo(0.05, within(1e-12));
    }
  }

  @Test
  void sceneHoldsTheUnknowns() {
    PushModel model = model(0.4, 0.3);
    double[] x = model.priors();
    x[model.indexOf(Unknown.Kind.LOG_MASS)] = Math.log(0.12);
    x[model.indexOf(Unknown.Kind.LOG_FRICTION)] = Math.log(0.25);
    x[model.indexOf(Unknown.Kind.SHIFT)] = 0.02;
    x[model.indexOf(Unknown.Kind.RISE)] = -0.03;
    Scene scene = model.scene(x);
    assertThat(scene.body(PushModel.OBJECT).mass().orElseThrow().mass())
        .isCloseTo(0.12, within(1e-12));
    assertThat(scene.pairs()).allMatch(pair -> Math.abs(pair.material().friction() - 0.25) < 1e-12);
    Vec3 base = scene.robots().get(0).base().position();
    assertThat(base.x()).isCloseTo(-0.08, within(1e-12));
    assertThat(base.z()).isCloseTo(0.17, within(1e-12));
  }

  @Test
  void knownFrictionIsNoUnknown() {
    assertThat(model(0.4, 0).indexOf(Unknown.Kind.LOG_FRICTION)).isEqualTo(-1);
    assertThat(model(0.4, 0).friction(model(0.4, 0).priors())).isCloseTo(0.4, within(1e-12));
  }
}
