package org.dextwin.experiments.drex.internal.pushlog.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.experiments.drex.internal.pushlog.motion.Movement.Kind;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectMotionTest {

  private static final Vec3 DOWN = Vec3.Z.negated();
  private static final Quat TRACKER = Quat.aboutAxis(Vec3.X, Math.PI / 2);

  private static TriangleMesh box() {
    return MeshShapes.box(0.03, 0.05, 0.12);
  }

  /** The box tips over its long edge, towards +x, and falls flat. */
  private static SyntheticTake fallingBox(long seed) {
    return new SyntheticTake(DOWN, Vec3.X, new Vec3(0.015, 0, -0.06), seed)
        .tilting(SyntheticTake.ramp(Math.PI / 2, 1.2));
  }

  private static ObjectMotion analysed(SyntheticTake take, TriangleMesh mesh) {
    return ObjectMotion.of(take.track(), mesh, Optional.empty(), SyntheticTake.HAND_ONSET);
  }

  private static double degrees(double radians) {
    return Math.toDegrees(radians);
  }

  @Test
  void findsTheExactEnergyOfAFallWithoutNoise() {
    SyntheticTake take = fallingBox(1).tracker(TRACKER).rate(60);
    ObjectMotion motion =
        ObjectMotion.of(take.track(), box(), Optional.of(TRACKER), SyntheticTake.HAND_ONSET);
    assertThat(motion.movement().kind()).isEqualTo(Kind.TIP);
    assertThat(motion.misfits()).isEmpty();
    assertThat(motion.solid().centerOfMassHeight()).isCloseTo(0.06, within(1e-9));
    assertThat(motion.solid().volume()).isCloseTo(0.03 * 0.05 * 0.12, within(1e-12));
    PushEffect effect = motion.effect();
    assertThat(effect.halfBase()).isCloseTo(0.015, within(1e-4));
    assertThat(effect.balanceAngle()).isCloseTo(Math.atan2(0.015, 0.06), within(2e-3));
    double truth = take.energy(effect.time(), motion.solid());
    assertThat(effect.energy()).isCloseTo(truth, within(0.01 * truth));
    assertThat(degrees(effect.tilt()))
        .isLessThan(degrees(effect.balanceAngle()) + 15.1)
        .isGreaterThan(degrees(effect.balanceAngle()));
    assertThat(effect.slip()).isLessThan(2e-4);
    assertThat(motion.placement().upInCamera().distanceTo(take.upInCamera())).isLessThan(0.005);
    assertThat(degrees(motion.movement().largestTilt())).isCloseTo(90, within(0.5));
    assertThat(motion.movement().onset())
        .isBetween(SyntheticTake.START - 0.02, SyntheticTake.START + 0.15);
    assertThat(motion.movement().end()).isCloseTo(SyntheticTake.START + 1.2, within(0.25));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8, 9})
  void infersFrameAndEnergyOfANoisyFall(long seed) {
    SyntheticTake take = fallingBox(seed).tracker(TRACKER).noisy(1);
    ObjectMotion motion = analysed(take, box());
    assertThat(motion.movement().kind()).isEqualTo(Kind.TIP);
    assertThat(motion.misfits()).isEmpty();
    assertThat(motion.solid().centerOfMassHeight()).isCloseTo(0.06, within(1e-6));
    assertThat(motion.effect().halfBase()).isCloseTo(0.015, within(1e-3));
    assertThat(motion.placement().standsOn()).matches("its [+-]z side");
    assertThat(motion.placement().liesOn()).matches("its [+-]x side");
    assertThat(motion.placement().declared()).isFalse();
    assertThat(motion.placement().margin()).isGreaterThan(2);
    assertThat(motion.placement().pathResidual()).isLessThan(0.004);
    double up = Math.acos(motion.placement().upInCamera().dot(take.upInCamera()));
    assertThat(degrees(up)).as("error of up").isLessThan(1.5);
    assertEnergyWithinThreeSigma(motion, take);
    assertThat(motion.effect().slip()).isLessThan(3 * motion.effect().slipSigma());
  }

  private static void assertEnergyWithinThreeSigma(ObjectMotion motion, SyntheticTake take) {
    PushEffect effect = motion.effect();
    double truth = take.energy(effect.time(), motion.solid());
    assertThat(effect.energy())
        .as("energy per mass, truth %s", truth)
        .isCloseTo(truth, within(3 * effect.energySigma()));
  }

  @Test
  void aDeclaredRotationHoldsUpToHalfTurns() {
    // the wrong quarter turn: the box would have to stand on a side that it does not stand on
    Quat halfTurned = new Quat(0, 0, 0, 1).times(TRACKER);
    SyntheticTake take = fallingBox(11).tracker(halfTurned).noisy(1);
    ObjectMotion motion =
        ObjectMotion.of(take.track(), box(), Optional.of(TRACKER), SyntheticTake.HAND_ONSET);
    assertThat(motion.placement().declared()).isTrue();
    assertThat(motion.placement().standsOn()).matches("its [+-]z side");
    assertThat(motion.placement().liesOn()).matches("its [+-]x side");
    assertEnergyWithinThreeSigma(motion, take);
    assertThat(motion.notes()).anyMatch(note -> note.contains("declared frame"));
  }

  @Test
  void measuresTheSlipOfTheEdge() {
    SyntheticTake take = fallingBox(12).noisy(0.3).sliding(SyntheticTake.ramp(0.02, 1.2));
    ObjectMotion motion = analysed(take, box());
    PushEffect effect = motion.effect();
    double truth = SyntheticTake.ramp(0.02, 1.2).applyAsDouble(effect.time());
    assertThat(truth).isGreaterThan(0.002);
    // the mean over a pose and its neighbours
    assertThat(effect.slip()).isCloseTo(truth, within(0.002));
  }

  @Test
  void flagsTheMeshOfAnotherObject() {
    SyntheticTake take = fallingBox(13).noisy(1);
    ObjectMotion motion =
        ObjectMotion.of(
            take.track(),
            MeshShapes.box(0.07, 0.09, 0.26),
            Optional.of(Quat.IDENTITY),
            SyntheticTake.HAND_ONSET);
    assertThat(motion.misfits()).anyMatch(reason -> reason.contains("mesh"));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void aCylinderFallsOnItsSide(long seed) {
    int sides = 32;
    TriangleMesh mesh = MeshShapes.cylinder(0.03, 0.1, sides);
    double inner = 0.03 * Math.cos(Math.PI / sides);
    // over the middle of one side of its base
    double angle = Math.PI / sides;
    Vec3 fall = new Vec3(Math.cos(angle), Math.sin(angle), 0);
    SyntheticTake take =
        new SyntheticTake(DOWN, fall, fall.times(inner).plus(new Vec3(0, 0, -0.05)), seed)
            .tilting(SyntheticTake.ramp(Math.PI / 2, 1.0))
            .noisy(1);
    ObjectMotion motion = analysed(take, mesh);
    assertThat(motion.misfits()).isEmpty();
    assertThat(motion.solid().centerOfMassHeight()).isCloseTo(0.05, within(1e-6));
    assertThat(motion.effect().halfBase()).isCloseTo(0.03, within(5e-4));
    assertEnergyWithinThreeSigma(motion, take);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void aScanThatEndsShortOfTheTableIsDrawnDownToIt(long seed) {
    // the real box is 14 cm tall; the scan shows its upper 11 cm and no bottom
    TriangleMesh scan =
        Meshes.without(
            Meshes.shifted(MeshShapes.box(0.03, 0.05, 0.11), new Vec3(0, 0, 0.015)),
            z -> z < -0.039);
    SyntheticTake take =
        new SyntheticTake(DOWN, Vec3.X, new Vec3(0.015, 0, -0.07), seed)
            .tilting(SyntheticTake.ramp(Math.PI / 2, 1.2))
            .noisy(1);
    ObjectMotion motion = analysed(take, scan);
    assertThat(motion.placement().standsOn()).isEqualTo("the open -z end of the scan");
    assertThat(motion.placement().openEndExtension()).isCloseTo(0.03, within(0.008));
    assertThat(motion.solid().centerOfMassHeight()).isCloseTo(0.07, within(0.004));
    assertThat(motion.effect().halfBase()).isCloseTo(0.015, within(1e-3));
    assertThat(motion.notes()).anyMatch(note -> note.contains("short of the table"));
    assertEnergyWithinThreeSigma(motion, take);
  }

  @Test
  void aBodyOfSeveralComponentsTipsAsOne() {
    TriangleMesh pair =
        Meshes.joined(
            Meshes.shifted(MeshShapes.box(0.03, 0.02, 0.12), new Vec3(0, -0.03, 0)),
            Meshes.shifted(MeshShapes.box(0.03, 0.02, 0.12), new Vec3(0, 0.03, 0)));
    SyntheticTake take = fallingBox(41).noisy(1);
    ObjectMotion motion = analysed(take, pair);
    assertThat(motion.solid().volume()).isCloseTo(2 * 0.03 * 0.02 * 0.12, within(1e-9));
    assertThat(motion.effect().halfBase()).isCloseTo(0.015, within(1e-3));
    assertEnergyWithinThreeSigma(motion, take);
  }

  @Test
  void aSlidingBoxKeepsItsHeightAndItsSlipIsThatOfItsBase() {
    SyntheticTake take =
        new SyntheticTake(DOWN, Vec3.X, new Vec3(0.015, 0, -0.06), 51)
            .sliding(SyntheticTake.ramp(0.04, 0.8))
            .noisy(1);
    // poses of an upright slide do not tell which side is down: b is not asserted
    ObjectMotion motion = analysed(take, box());
    assertThat(motion.movement().kind()).isEqualTo(Kind.SLIDE);
    assertThat(motion.movement().displacement()).isCloseTo(0.04, within(0.003));
    assertThat(motion.effect().slip()).isCloseTo(0.04, within(0.003));
    assertThat(motion.effect().energy()).isLessThan(3 * motion.effect().energySigma());
    assertThat(motion.movement().onset()).isCloseTo(SyntheticTake.START, within(0.25));
    assertThat(motion.movement().end()).isCloseTo(SyntheticTake.START + 0.8, within(0.25));
    assertThat(motion.effect().windowEnd())
        .isBetween(motion.movement().end(), SyntheticTake.START + 1.2);
  }

  @Test
  void aBoxTurnedOnTheSpotSlipsAtItsCorners() {
    // turned by 0.6 rad about the middle of its base: every corner moves along a chord
    SyntheticTake take =
        new SyntheticTake(DOWN, Vec3.X, new Vec3(0, 0, -0.06), 52)
            .turning(SyntheticTake.ramp(0.6, 0.8))
            .sliding(SyntheticTake.ramp(0.008, 0.8))
            .noisy(0.5);
    ObjectMotion motion =
        ObjectMotion.of(take.track(), box(), Optional.of(Quat.IDENTITY), SyntheticTake.HAND_ONSET);
    assertThat(motion.movement().kind()).isEqualTo(Kind.SLIDE);
    double chord = 2 * Math.hypot(0.015, 0.025) * Math.sin(0.3);
    assertThat(motion.effect().slip()).isBetween(0.9 * chord, chord + 0.008);
  }

  @Test
  void aRestingObjectDoesNotMove() {
    SyntheticTake take = new SyntheticTake(DOWN, Vec3.X, new Vec3(0.015, 0, -0.06), 61).noisy(1);
    ObjectMotion motion = analysed(take, box());
    assertThat(motion.movement().kind()).isEqualTo(Kind.NONE);
    assertThat(motion.effect().perMass(0.4)).isZero();
    assertThat(motion.samples()).hasSize(take.track().samples().size());
  }

  @Test
  void anObjectThatIsHeldTiltedLiesOnNoSide() {
    SyntheticTake take =
        new SyntheticTake(DOWN, Vec3.X, new Vec3(0.015, 0, -0.06), 71)
            .tilting(SyntheticTake.ramp(Math.toRadians(35), 0.8))
            .noisy(1);
    ObjectMotion motion =
        ObjectMotion.of(take.track(), box(), Optional.of(Quat.IDENTITY), SyntheticTake.HAND_ONSET);
    assertThat(motion.placement().liesOn()).isEqualTo("none of its sides");
    assertThat(degrees(motion.movement().largestTilt())).isCloseTo(35, within(2.0));
    assertEnergyWithinThreeSigma(motion, take);
  }

  @Test
  void anObjectThatRocksBackTipsWithoutFalling() {
    SyntheticTake take =
        new SyntheticTake(DOWN, Vec3.X, new Vec3(0.015, 0, -0.06), 72)
            .tilting(
                t -> {
                  double s = Math.max(0, Math.min(1, (t - SyntheticTake.START) / 1.5));
                  return Math.toRadians(9) * Math.pow(Math.sin(Math.PI * s), 2);
                })
            .noisy(0.5);
    ObjectMotion motion =
        ObjectMotion.of(take.track(), box(), Optional.of(Quat.IDENTITY), SyntheticTake.HAND_ONSET);
    assertThat(motion.movement().kind()).isEqualTo(Kind.TIP);
    assertThat(motion.placement().liesOn()).isEqualTo(motion.placement().standsOn());
    assertThat(degrees(motion.effect().tilt())).isCloseTo(9, within(2.5));
    assertEnergyWithinThreeSigma(motion, take);
  }

  @Test
  void aFewPosesAreEnough() {
    SyntheticTake take = fallingBox(81).rate(5).lasting(0.8, 2.4);
    ObjectMotion motion =
        ObjectMotion.of(take.track(), box(), Optional.of(Quat.IDENTITY), SyntheticTake.HAND_ONSET);
    assertThat(motion.samples()).hasSize(16);
    assertThat(motion.movement().kind()).isEqualTo(Kind.TIP);
    assertThat(motion.effect().energy()).isPositive();
  }

  @Test
  void namesWhatATrackLacks() {
    assertThatThrownBy(() -> analysed(fallingBox(82).lasting(0.1, 3), box()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'synthetic' has 1 usable poses in the 3 s before the hand moves")
        .hasMessageContaining("record the resting object before the push");
    assertThatThrownBy(() -> analysed(fallingBox(83).lasting(2, 0.2), box()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("go on until it rests again");
  }

  @Test
  void refusesMeshesThatAreNoBody() {
    SyntheticTake take = fallingBox(84);
    TriangleMesh empty = new TriangleMesh(new double[0], new int[0]);
    assertThatThrownBy(() -> analysed(take, empty))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no triangles");
    TriangleMesh flat =
        new TriangleMesh(
            new double[] {0, 0, 0, 0.1, 0, 0, 0, 0.1, 0, 0.1, 0.1, 0},
            new int[] {0, 1, 2, 1, 3, 2});
    assertThatThrownBy(() -> analysed(take, flat)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void saysThatABallHasNoSideToStandOn() {
    SyntheticTake take = fallingBox(85);
    TriangleMesh ball = MeshShapes.ball(0.05, 64);
    assertThatThrownBy(() -> analysed(take, ball))
        .isInstanceOf(UnexplainedMotionException.class)
        .hasMessageContaining("no side to stand on");
  }
}
