package org.dextwin.mechanics.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a demonstration unfit, and what does not. */
class DemonstrationFilterTest {

  private static final HandModel HAND = new FakeHand(HandModel.Side.RIGHT).model();
  private static final int MOMENTS = 60;
  private static final double PERIOD = 1 / 30.0;

  /** A box whose top is at height zero of its frame, under the ball of the palm's radius 0.04. */
  private static final TriangleMesh BOX = MeshShapes.box(0.2, 0.2, 0.1);

  @TempDir private Path folder;

  private static HandDemonstration.Hand hand(double height, double bend) {
    double[] q = {bend, bend, bend, bend};
    return new HandDemonstration.Hand(
        new JointVector(HAND.robot().kinematicOrder(), q),
        new Pose("camera", "palm", new Vec3(0, 0, height), Quat.IDENTITY));
  }

  private static Pose object(double x) {
    return new Pose("camera", "object", new Vec3(x, 0, 0), Quat.IDENTITY);
  }

  /** Bends slowly above the box. */
  private static List<HandDemonstration.Moment> sound() {
    List<HandDemonstration.Moment> moments = new ArrayList<>();
    for (int i = 0; i < MOMENTS; i++) {
      moments.add(
          new HandDemonstration.Moment(
              i * PERIOD, Optional.of(hand(0.15, 0.01 * i)), Optional.of(object(0.001 * i))));
    }
    return moments;
  }

  private static List<Fault> check(List<HandDemonstration.Moment> moments) {
    return new DemonstrationFilter(HAND, Optional.of(BOX), FilterLimits.DEFAULT)
        .check(new HandDemonstration("test", moments));
  }

  private static Stream<Fault.Kind> kinds(List<HandDemonstration.Moment> moments) {
    return check(moments).stream().map(Fault::kind);
  }

  @Test
  void soundOnesPass() {
    assertThat(check(sound())).isEmpty();
  }

  @Test
  void depthIsThatOfTheDeepestPoint() {
    DemonstrationFilter filter =
        new DemonstrationFilter(HAND, Optional.of(BOX), FilterLimits.DEFAULT);
    // the palm's ball of radius 0.04 above the top at 0.05, fingers stretched upwards
    for (double depth : new double[] {0.001, 0.005, 0.02}) {
      assertThat(filter.penetration(hand(0.09 - depth, 0), object(0)))
          .isCloseTo(depth, offset(1e-9));
    }
    assertThat(filter.penetration(hand(0.091, 0), object(0))).isZero();
    // moved together, nothing changes
    Pose X_BC = new Pose("table", "camera", new Vec3(1, 2, 3), Quat.fromRollPitchYaw(1, 0.4, -2));
    HandDemonstration.Hand moved =
        new HandDemonstration.Hand(hand(0.085, 0).positions(), X_BC.times(hand(0.085, 0).palm()));
    assertThat(filter.penetration(moved, X_BC.times(object(0)))).isCloseTo(0.005, offset(1e-9));
  }

  @Test
  void penetrationIsFound() {
    List<HandDemonstration.Moment> moments = sound();
    moments.set(
        20,
        new HandDemonstration.Moment(
            20 * PERIOD, Optional.of(hand(0.08, 0.2)), Optional.of(object(0))));
    assertThat(check(moments))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.PENETRATION);
              assertThat(fault.time()).isEqualTo(20 * PERIOD);
              assertThat(fault.value()).isCloseTo(0.01, offset(1e-3));
              assertThat(fault.explanation()).contains("0.67 s", "at most 0.00800 m");
            });
  }

  @Test
  void jointJumpsAreFound() {
    List<HandDemonstration.Moment> moments = sound();
    moments.set(
        30,
        new HandDemonstration.Moment(
            30 * PERIOD, Optional.of(hand(0.15, 0.9)), moments.get(30).object()));
    assertThat(check(moments))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.JOINT_JUMP);
              assertThat(fault.value()).isCloseTo((0.9 - 0.29) / PERIOD, offset(0.5));
            });
  }

  /** A joint that went on turning while it was not seen has not jumped. */
  @Test
  void jumpsOverGapsCountTheirTime() {
    List<HandDemonstration.Moment> moments = sound();
    for (int i = 30; i < MOMENTS; i++) {
      boolean isGap = i < 36;
      moments.set(
          i,
          new HandDemonstration.Moment(
              i * PERIOD,
              isGap ? Optional.empty() : Optional.of(hand(0.15, 0.29 + 1.0)),
              moments.get(i).object()));
    }
    assertThat(check(moments)).isEmpty();
  }

  private static List<HandDemonstration.Moment> without(
      List<HandDemonstration.Moment> moments, IntPredicate hand, IntPredicate object) {
    List<HandDemonstration.Moment> seen = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      HandDemonstration.Moment it = moments.get(i);
      seen.add(
          new HandDemonstration.Moment(
              it.time(),
              hand.test(i) ? Optional.empty() : it.hand(),
              object.test(i) ? Optional.empty() : it.object()));
    }
    return seen;
  }

  @Test
  void lostTracksAreFound() {
    IntPredicate never = i -> false;
    assertThat(kinds(without(sound(), i -> i >= 20 && i < 30, never)))
        .containsExactly(Fault.Kind.LOST_TRACK);
    assertThat(kinds(without(sound(), never, i -> i >= 50))).containsExactly(Fault.Kind.LOST_TRACK);
    assertThat(kinds(without(sound(), i -> i % 3 == 1, never)))
        .as("a third of the frames")
        .containsExactly(Fault.Kind.LOST_TRACK);
    assertThat(kinds(without(sound(), i -> i >= 20 && i < 26, i -> i == 3))).isEmpty();
  }

  @Test
  void leapsAreFound() {
    List<HandDemonstration.Moment> moments = sound();
    moments.set(
        10,
        new HandDemonstration.Moment(
            10 * PERIOD, moments.get(10).hand(), Optional.of(object(0.3))));
    assertThat(check(moments))
        .singleElement()
        .satisfies(fault -> assertThat(fault.explanation()).contains("object leaps"));
  }

  @Test
  void withoutAnObjectOnlyTheHandCounts() {
    DemonstrationFilter filter =
        new DemonstrationFilter(HAND, Optional.empty(), FilterLimits.DEFAULT);
    List<HandDemonstration.Moment> alone = without(sound(), i -> false, i -> true);
    assertThat(filter.check(new HandDemonstration("test", alone))).isEmpty();
  }

  @Test
  void trajectoriesAreWrittenInTheMotorOrder() throws Exception {
    Path file = folder.resolve("demo.csv");
    List<HandDemonstration.Moment> moments = without(sound(), i -> i == 1, i -> i == 0);
    HandDemonstration demonstration = new HandDemonstration("test", moments);
    DemonstrationWriter.write(file, demonstration, HAND.robot().motorOrder());
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(MOMENTS + 2);
    assertThat(lines.get(0)).isEqualTo("# joint-order: " + HAND.robot().motorOrder().name());
    String[] header = lines.get(1).split(",", -1);
    String[] third = lines.get(4).split(",", -1);
    assertThat(header).startsWith("timestamp", "position_0").endsWith("object_qz");
    assertThat(third).hasSameSizeAs(header).startsWith("0.066667", "0.020000");
    assertThat(lines.get(2)).endsWith(",,,,,,,");
    assertThat(lines.get(3)).startsWith("0.033333,,,,,");
  }
}
