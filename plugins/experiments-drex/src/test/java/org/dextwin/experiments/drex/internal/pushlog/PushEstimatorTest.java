package org.dextwin.experiments.drex.internal.pushlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.experiments.drex.internal.pushlog.motor.Stopping;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.PushedBody;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.SyntheticPush;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.SyntheticPush.Recording;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.TestHand;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushEstimatorTest {

  private static final double START = 1_768_497_600;
  private static final FrictionPrior FRICTION = new FrictionPrior(0.35, 0.12);

  private static PushEstimator estimator(Stopping stopping) {
    return new PushEstimator(TestHand.model(1), Vec3.Z, FRICTION, stopping);
  }

  private static PushEstimate estimate(SyntheticPush push) {
    Recording recording = push.record();
    return estimator(Stopping.CONVERGED)
        .estimate(recording.joints(), recording.poses(), push.body().mesh(), Optional.empty());
  }

  private static PushedBody body(String shape, double mass, double friction) {
    return switch (shape) {
      case "box" -> PushedBody.box(mass, friction);
      case "cylinder" -> PushedBody.cylinder(mass, friction);
      default -> PushedBody.letter(mass, friction);
    };
  }

  /**
   * The work balance leaves out what the fingertip rubs off on the object, and takes the energy at
   * the edge from poses at 15 Hz: a few tenths of the mass, which the interval must own up to.
   */
  @ParameterizedTest
  @CsvSource({
    "box, 0.05",
    "box, 0.10",
    "box, 0.20",
    "cylinder, 0.08",
    "cylinder, 0.16",
    "letter, 0.06",
    "letter, 0.12",
    "letter, 0.20"
  })
  void findsTheMassOfWhatTips(String shape, double mass) {
    PushEstimate estimate = estimate(SyntheticPush.of(body(shape, mass, 0.35), START, 5));

    assertThat(estimate.verdict()).as(estimate.reason()).isEqualTo(Verdict.IDENTIFIED);
    MassInterval found = estimate.mass().orElseThrow();
    assertThat(found.mass()).isCloseTo(mass, within(0.35 * mass));
    assertThat(mass).isBetween(found.low(), found.high());
    assertThat(estimate.reason()).contains("middle-1").contains("interval");
  }

  @Test
  void tellsHeavyFromLightOfTheSameShape() {
    double light =
        estimate(SyntheticPush.of(PushedBody.box(0.06, 0.35), START, 6))
            .mass()
            .orElseThrow()
            .mass();
    double heavy =
        estimate(SyntheticPush.of(PushedBody.box(0.18, 0.35), START, 6))
            .mass()
            .orElseThrow()
            .mass();

    assertThat(heavy / light).isCloseTo(3, within(0.6));
  }

  /** Sliding work is mu m g times the way, so the error of the prior on mu goes into the mass. */
  @ParameterizedTest
  @CsvSource({"0.05, 0.25", "0.12, 0.25", "0.12, 0.20"})
  void findsTheMassOfWhatSlides(double mass, double friction) {
    PushEstimate estimate = estimate(SyntheticPush.of(PushedBody.box(mass, friction), START, 4));

    assertThat(estimate.verdict()).as(estimate.reason()).isEqualTo(Verdict.IDENTIFIED);
    MassInterval found = estimate.mass().orElseThrow();
    assertThat(mass).isBetween(found.low(), found.high());
  }

  @ParameterizedTest
  @CsvSource({"box", "cylinder", "letter"})
  void aLogWithoutContactForceTellsNoMass(String shape) {
    PushEstimate estimate =
        estimate(SyntheticPush.of(body(shape, 0.12, 0.35), START, 3).withoutForce());

    assertThat(estimate.verdict()).as(estimate.reason()).isEqualTo(Verdict.NOT_IDENTIFIABLE);
    assertThat(estimate.mass()).isEmpty();
    assertThat(estimate.reason()).contains("no contact force");
  }

  @Test
  void anObjectTooHeavyToMoveIsNotGuessed() {
    PushEstimate estimate = estimate(SyntheticPush.of(PushedBody.box(5, 0.35), START, 2));

    assertThat(estimate.verdict()).as(estimate.reason()).isEqualTo(Verdict.DID_NOT_MOVE);
    assertThat(estimate.mass()).isEmpty();
    assertThat(estimate.reason()).contains("deg").contains("mm");
  }

  @Test
  void aHandThatRestsTellsNoMass() {
    SyntheticPush push = SyntheticPush.of(PushedBody.box(0.1, 0.35), START, 2);
    Recording recording = push.record();
    JointLog moving = recording.joints();
    int joints = moving.order().size();
    double[] zeros = new double[moving.size() * joints];
    JointLog resting =
        new JointLog(moving.order(), moving.times(), zeros, zeros.clone(), zeros.clone());

    PushEstimate estimate =
        estimator(Stopping.CONVERGED)
            .estimate(resting, recording.poses(), push.body().mesh(), Optional.empty());

    assertThat(estimate.verdict()).as(estimate.reason()).isEqualTo(Verdict.NOT_IDENTIFIABLE);
    assertThat(estimate.reason()).contains("no joint of the hand moved");
  }

  /** Joints with upright axes do not feel the weight of their fingers: nothing shows the unit. */
  @Test
  void aHandThatDoesNotFeelItsWeightShowsNoUnitOfTheEfforts() {
    SyntheticPush push = SyntheticPush.of(PushedBody.box(0.12, 0.35), START, 8);
    Recording recording = push.record();

    PushEstimate estimate =
        new PushEstimator(TestHand.model(1), Vec3.Y, FRICTION, Stopping.CONVERGED)
            .estimate(recording.joints(), recording.poses(), push.body().mesh(), Optional.empty());

    assertThat(estimate.verdict()).isEqualTo(Verdict.NOT_IDENTIFIABLE);
    assertThat(estimate.mass()).isEmpty();
    assertThat(estimate.reason()).contains("unit of the efforts");
  }

  @Test
  void motionThatDoesNotFollowTheContactDoesNotFit() {
    SyntheticPush push = SyntheticPush.of(PushedBody.box(0.12, 0.35), START, 7);
    Recording recording = push.record();

    PushEstimate late =
        estimator(Stopping.CONVERGED)
            .estimate(
                recording.joints(),
                shifted(recording.poses(), 0.6),
                push.body().mesh(),
                Optional.empty());

    assertThat(late.verdict()).isEqualTo(Verdict.MODEL_DOES_NOT_FIT);
    assertThat(late.reason()).contains("after the fingers meet something");
  }

  /** A third larger or smaller, and the edge of the mesh would have to slide while it tips. */
  @ParameterizedTest
  @CsvSource({"0.058, 0.093, 0.160", "0.030, 0.050, 0.080"})
  void theTrajectoryOfAnObjectOfAnotherSizeDoesNotFit(double x, double y, double z) {
    SyntheticPush push = SyntheticPush.of(PushedBody.box(0.12, 0.35), START, 7);
    Recording recording = push.record();

    PushEstimate estimate =
        estimator(Stopping.CONVERGED)
            .estimate(
                recording.joints(), recording.poses(), MeshShapes.box(x, y, z), Optional.empty());

    assertThat(estimate.verdict()).as(estimate.reason()).isEqualTo(Verdict.MODEL_DOES_NOT_FIT);
  }

  @Test
  void logsOfDifferentTakesAreRejected() {
    Recording one = SyntheticPush.of(PushedBody.box(0.12, 0.35), START, 7).record();
    Recording other = SyntheticPush.of(PushedBody.box(0.12, 0.35), START + 75, 8).record();
    PushEstimator estimator = estimator(Stopping.CONVERGED);

    assertThatThrownBy(
            () ->
                estimator.estimate(
                    one.joints(), other.poses(), PushedBody.boxMesh(), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("do not overlap");
    assertThatThrownBy(
            () ->
                estimator.estimate(
                    other.joints(), one.poses(), PushedBody.boxMesh(), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("do not overlap");
  }

  @Test
  void threeTimesTheIterationsChangeTheMassByLessThanOnePercent() {
    SyntheticPush push = SyntheticPush.of(PushedBody.letter(0.12, 0.35), START, 9);
    Recording recording = push.record();
    PushEstimate converged =
        estimator(Stopping.CONVERGED)
            .estimate(recording.joints(), recording.poses(), push.body().mesh(), Optional.empty());
    int iterations = converged.evidence().motors().orElseThrow().costs().size() - 1;

    PushEstimate thrice =
        estimator(new Stopping(-1, 3 * iterations))
            .estimate(recording.joints(), recording.poses(), push.body().mesh(), Optional.empty());

    assertThat(thrice.evidence().motors().orElseThrow().costs()).hasSize(3 * iterations + 1);
    double mass = converged.mass().orElseThrow().mass();
    assertThat(thrice.mass().orElseThrow().mass()).isCloseTo(mass, within(0.01 * mass));
  }

  @ParameterizedTest
  @CsvSource({"0.0", "0.05", "0.1", "0.2"})
  void diagnosesTheLagOfTheTracker(double lag) {
    PushEstimate estimate =
        estimate(SyntheticPush.of(PushedBody.box(0.1, 0.35), START, 5).withLag(lag));

    assertThat(estimate.clock().orElseThrow().seconds())
        .isCloseTo(lag, within(estimate.clock().orElseThrow().uncertainty()));
    assertThat(estimate.verdict()).as(estimate.reason()).isEqualTo(Verdict.IDENTIFIED);
  }

  @Test
  void aDeclaredRotationIsUsedAndGivesTheSameMass() {
    SyntheticPush push = SyntheticPush.of(PushedBody.letter(0.12, 0.35), START, 9);
    Recording recording = push.record();
    PushEstimator estimator = estimator(Stopping.CONVERGED);
    double inferred =
        estimator
            .estimate(recording.joints(), recording.poses(), push.body().mesh(), Optional.empty())
            .mass()
            .orElseThrow()
            .mass();

    PushEstimate declared =
        estimator.estimate(
            recording.joints(),
            recording.poses(),
            push.body().mesh(),
            Optional.of(push.body().R_MT()));

    assertThat(declared.evidence().motion().orElseThrow().placement().declared()).isTrue();
    assertThat(declared.mass().orElseThrow().mass()).isCloseTo(inferred, within(0.02 * inferred));
  }

  private static PoseTrack shifted(PoseTrack track, double seconds) {
    List<Sample> samples =
        track.samples().stream()
            .map(sample -> new Sample(sample.time() + seconds, sample.pose(), sample.quality()))
            .toList();
    return new PoseTrack(track.object(), track.clock(), samples, track.notes());
  }
}
