package org.dextwin.experiments.drex.internal.pushlog.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointOrderException;
import org.dextwin.api.robot.JointLog;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.MotorTruth;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.PushedBody;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.SyntheticPush;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.TestHand;
import org.dextwin.mechanics.log.JointColumns;
import org.dextwin.mechanics.log.JointLogReader;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotorCalibrationTest {

  private static final double START = 1_768_497_600;
  private static final HandModel HAND = TestHand.model(1);

  private static MotorCalibration calibrate(SyntheticPush push) {
    return HandLog.of(push.record().joints(), HAND, Vec3.Z)
        .calibrate(START + 1.3, START + 2.2, Stopping.CONVERGED);
  }

  private static SyntheticPush push(MotorTruth motor, double linkMassFactor) {
    return SyntheticPush.of(PushedBody.box(0.12, 0.35), START, 21).withMotor(motor, linkMassFactor);
  }

  /** The servo law is exact in the log, so its figures come out to the digits of the log. */
  @ParameterizedTest
  @CsvSource({"0.3, 2.0, 0.11", "0.28, 1.8, 0.10", "0.36, 2.4, 0.14"})
  void findsTheServoLaw(double saturation, double stiffness, double damping) {
    MotorCalibration motors =
        calibrate(push(new MotorTruth(saturation, stiffness, damping, 3.06, 0.05, 0.002), 1));

    assertThat(motors.servoLaws()).hasSize(3);
    for (ServoLaw law : motors.servoLaws()) {
      assertThat(law.saturation()).isCloseTo(saturation, within(1e-3 * saturation));
      assertThat(law.damping()).isCloseTo(damping, within(5e-3 * damping));
      assertThat(law.stiffness().orElseThrow()).isCloseTo(stiffness, within(5e-3 * stiffness));
      assertThat(law.target().orElseThrow()).isCloseTo(1.0, within(1e-3));
    }
  }

  /** The weight of the fingers is the only scale; one finger is in contact, which must not bias. */
  @ParameterizedTest
  @CsvSource({"2.5", "3.06", "4.0"})
  void findsTheUnitOfTheEfforts(double scale) {
    MotorTruth truth =
        new MotorTruth(
            0.1 * scale, 0.65 * scale, 0.036 * scale, scale, 0.02 * scale, 6.5e-4 * scale);

    MotorCalibration motors = calibrate(push(truth, 1));

    assertThat(motors.torqueScale()).isCloseTo(scale, within(2 * motors.torqueScaleSigma()));
    assertThat(motors.relativeScaleSigma()).isLessThan(0.1);
    for (MotorCalibration.Load load : motors.loads()) {
      assertThat(load.friction()).isCloseTo(0.02 * scale, within(0.004 * scale));
    }
  }

  @Test
  void heavierLinksThanNominalPassForALargerUnit() {
    double nominal = calibrate(push(MotorTruth.FIRST_JOINT, 1)).torqueScale();
    double heavy = calibrate(push(MotorTruth.FIRST_JOINT, 1.1)).torqueScale();

    assertThat(heavy / nominal).isCloseTo(1.1, within(0.03));
  }

  @Test
  void theCostFallsAtEveryIteration() {
    List<Double> costs = calibrate(push(MotorTruth.FIRST_JOINT, 1)).costs();

    assertThat(costs).hasSizeGreaterThan(3);
    for (int i = 1; i < costs.size(); i++) {
      assertThat(costs.get(i)).isLessThanOrEqualTo(costs.get(i - 1) * (1 + 1e-12));
    }
  }

  @Test
  void workIsDoneByTheFingerInContactAlone() {
    MotorCalibration motors = calibrate(push(MotorTruth.FIRST_JOINT, 1));

    ContactWork work = motors.workUntil(START + 1.8);

    assertThat(work.joints()).containsExactly("middle-1");
    assertThat(work.work()).isGreaterThan(3 * work.sigma());
    assertThat(work.curve().value(work.curve().size() - 1)).isCloseTo(work.work(), within(1e-12));
    assertThat(motors.workUntil(START + 1.15).contacts()).isEmpty();
  }

  @Test
  void missingReadingsAreBridged() {
    JointLog full = push(MotorTruth.FIRST_JOINT, 1).record().joints();
    MotorCalibration complete =
        HandLog.of(full, HAND, Vec3.Z).calibrate(START + 1.3, START + 2.2, Stopping.CONVERGED);

    MotorCalibration bridged =
        HandLog.of(withoutEveryTenth(full), HAND, Vec3.Z)
            .calibrate(START + 1.3, START + 2.2, Stopping.CONVERGED);

    assertThat(bridged.torqueScale())
        .isCloseTo(complete.torqueScale(), within(0.05 * complete.torqueScale()));
  }

  private static JointLog withoutEveryTenth(JointLog log) {
    int joints = log.order().size();
    int kept = log.size() - (log.size() + 9) / 10;
    double[] times = new double[kept];
    double[] positions = new double[kept * joints];
    double[] velocities = new double[kept * joints];
    double[] efforts = new double[kept * joints];
    int row = 0;
    for (int i = 0; i < log.size(); i++) {
      if (i % 10 != 0) {
        times[row] = log.time(i);
        for (int j = 0; j < joints; j++) {
          positions[row * joints + j] = log.position(i, j);
          velocities[row * joints + j] = log.velocity(i, j);
          efforts[row * joints + j] = log.effort(i, j);
        }
        row++;
      }
    }
    return new JointLog(log.order(), times, positions, velocities, efforts);
  }

  @Test
  void aLogInAnotherJointOrderIsRefused() {
    JointOrder other = new JointOrder("other", HAND.robot().motorOrder().joints());
    double[] values = new double[2 * other.size()];
    JointLog log = new JointLog(other, new double[] {0, 1}, values, values.clone(), values.clone());

    assertThatThrownBy(() -> HandLog.of(log, HAND, Vec3.Z)).isInstanceOf(JointOrderException.class);
  }

  /** Where one joint alone moves, and is soon in contact, nothing shows the unit of its efforts. */
  @ParameterizedTest
  @CsvSource({
    "a-2, 5.87, 6.64, true",
    "domino-2, 3.05, 3.65, true",
    "cookie-1, 4.27, 5.44, true",
    "lego-2, 0.98, 1.61, false",
    "lego-3, 0.58, 1.50, false"
  })
  void knowsWhetherARealLogShowsTheUnit(String take, double onset, double end, boolean shows) {
    Path file = SharedData.require("drex-push").resolve(take).resolve("joints.csv");
    JointLog log =
        new JointLogReader(JointColumns.DREX, HAND.robot().motorOrder()).read(file).log();

    MotorCalibration motors =
        HandLog.of(log, HAND, Vec3.Z)
            .calibrate(log.time(0) + onset, log.time(0) + end, Stopping.CONVERGED);

    if (shows) {
      assertThat(motors.relativeScaleSigma()).isLessThan(0.12);
      // about 3 driver units per N m, as other estimates of these logs have it
      assertThat(motors.torqueScale()).isBetween(2.5, 3.6);
    } else {
      assertThat(motors.relativeScaleSigma()).isGreaterThan(0.25);
    }
  }

  /** Figures that the public logs hold exactly; found, not typed in. */
  @ParameterizedTest
  @CsvSource({
    "a-2, 1, 0.300, 0.110, 2.0",
    "domino-2, 5, 0.300, 0.110, 2.0",
    "cookie-1, 7, 0.195, 0.130, 1.3",
    "lego-2, 14, 0.285, 0.120, 1.9"
  })
  void findsTheServoLawOfRealLogs(
      String take, int joint, double saturation, double damping, double stiffness) {
    Path file = SharedData.require("drex-push").resolve(take).resolve("joints.csv");
    JointOrder order = HAND.robot().motorOrder();
    JointLog log = new JointLogReader(JointColumns.DREX, order).read(file).log();
    MotorCalibration motors =
        HandLog.of(log, HAND, Vec3.Z)
            .calibrate(log.time(0), log.time(log.size() - 1), Stopping.CONVERGED);

    ServoLaw law =
        motors.servoLaws().stream()
            .filter(candidate -> candidate.joint().equals(order.joints().get(joint)))
            .findFirst()
            .orElseThrow();
    assertThat(law.saturation()).isCloseTo(saturation, within(1e-4));
    assertThat(law.damping()).isCloseTo(damping, within(1e-4));
    assertThat(law.stiffness().orElseThrow()).isCloseTo(stiffness, within(1e-3));
  }
}
