package org.dextwin.experiments.drex.internal.retarget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointVector;
import org.dextwin.mechanics.demonstration.DemonstrationFilter;
import org.dextwin.mechanics.demonstration.Fault;
import org.dextwin.mechanics.demonstration.FilterLimits;
import org.dextwin.mechanics.demonstration.HandDemonstration;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;

/** Spoilt demonstrations are rejected, sound ones kept, with known seeds. */
class FilterCheckTest {

  private static final HandModel HAND = new FakeHand(HandModel.Side.RIGHT).model();
  private static final int COPIES = 120;

  /** Comes down on a box of 8 cm with fingers stretched away, and waits just above it. */
  private static HandDemonstration sound() {
    List<HandDemonstration.Moment> moments = new ArrayList<>();
    for (int i = 0; i < 75; i++) {
      double height = 0.085 + 0.1 * Math.max(0, 1 - i / 40.0);
      double bend = 0.004 * i;
      moments.add(
          new HandDemonstration.Moment(
              i / 30.0,
              Optional.of(
                  new HandDemonstration.Hand(
                      new JointVector(
                          HAND.robot().kinematicOrder(), new double[] {bend, bend, bend, bend}),
                      new Pose("camera", "palm", new Vec3(0, 0, height), Quat.IDENTITY))),
              Optional.of(new Pose("camera", "object", Vec3.ZERO, Quat.IDENTITY))));
    }
    return new HandDemonstration("made up", moments);
  }

  private static DemonstrationFilter filter() {
    return new DemonstrationFilter(
        HAND, Optional.of(MeshShapes.box(0.1, 0.1, 0.08)), FilterLimits.DEFAULT);
  }

  private static FilterCheck run(long seed, AtomicInteger copies) {
    FilterCheck check =
        new FilterCheck(filter(), new Spoiling(HAND, new SplittableRandom(seed)), true);
    check.run(List.of(sound()), COPIES, copies::incrementAndGet);
    return check;
  }

  @Test
  void precisionAndRecallAreHigh() {
    assertThat(filter().check(sound())).isEmpty();
    for (long seed = 1; seed <= 3; seed++) {
      AtomicInteger copies = new AtomicInteger();
      FilterCheck check = run(seed, copies);
      assertThat(copies).hasValue(COPIES);
      assertThat(check.precision()).as("precision, seed %d", seed).isGreaterThan(0.98);
      // an object that is 15 mm too near, where 5 mm were free, may pass within 8 mm + noise
      assertThat(check.recall()).as("recall, seed %d", seed).isGreaterThan(0.97);
    }
  }

  @Test
  void allKindsAreTriedAlike() {
    List<Item> rows = run(1, new AtomicInteger()).rows();
    assertThat(rows.stream().map(row -> row.text("injected_fault")))
        .containsExactly("none", "penetration", "joint-jump", "lost-track");
    assertThat(rows.stream().map(row -> row.number("copies").orElseThrow()))
        .containsExactly(60.0, 20.0, 20.0, 20.0);
  }

  @Test
  void theSameSeedGivesTheSameRows() {
    assertThat(run(5, new AtomicInteger()).rows()).isEqualTo(run(5, new AtomicInteger()).rows());
  }

  /** A spoilt copy has the fault it was given; a hand that leaps may land in the object. */
  @Test
  void faultsAreOfTheirKind() {
    Spoiling spoiling = new Spoiling(HAND, new SplittableRandom(3));
    for (int i = 0; i < 20; i++) {
      assertThat(kinds(spoiling, Fault.Kind.PENETRATION))
          .isSubsetOf(List.of(Fault.Kind.PENETRATION));
      assertThat(kinds(spoiling, Fault.Kind.JOINT_JUMP)).containsExactly(Fault.Kind.JOINT_JUMP);
      assertThat(kinds(spoiling, Fault.Kind.LOST_TRACK)).contains(Fault.Kind.LOST_TRACK);
    }
  }

  private static List<Fault.Kind> kinds(Spoiling spoiling, Fault.Kind kind) {
    return filter().check(spoiling.spoilt(sound(), kind)).stream().map(Fault::kind).toList();
  }

  /** A filter that lets everything pass finds nothing, and one that nothing passes is imprecise. */
  @Test
  void badFiltersScoreBadly() {
    FilterLimits none = new FilterLimits(1, 1e9, 1e9, 1e9, 1e9, 1);
    FilterLimits all = new FilterLimits(1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 0);
    FilterCheck blind = check(none);
    FilterCheck harsh = check(all);
    assertThat(blind.recall()).isZero();
    assertThat(blind.precision()).isNaN();
    assertThat(harsh.recall()).isOne();
    assertThat(harsh.precision()).isEqualTo(0.5);
  }

  private static FilterCheck check(FilterLimits limits) {
    DemonstrationFilter filter =
        new DemonstrationFilter(HAND, Optional.of(MeshShapes.box(0.1, 0.1, 0.08)), limits);
    FilterCheck check = new FilterCheck(filter, new Spoiling(HAND, new SplittableRandom(1)), true);
    check.run(List.of(sound()), 60, () -> {});
    return check;
  }
}
