package org.dextwin.experiments.drex.internal.pushlog.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.experiments.drex.internal.pushlog.motion.Movement.Kind;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts of the real pushes that do not depend on any mass. */
class RealTakesTest {

  private static ObjectMotion analysed(String take, String mesh) {
    Path takes = SharedData.require("drex-push");
    RealTake real = RealTake.read(takes, take, mesh + ".stl");
    return ObjectMotion.of(real.track(), real.mesh(), Optional.empty(), real.handOnset());
  }

  @ParameterizedTest
  @CsvSource({
    // object, side it stands on, height of the centre of mass, half base
    "a-1, a, open \\+z end, 0.074, 0.021",
    "a-2, a, open \\+z end, 0.073, 0.020",
    "domino-2, domino, open -z end, 0.082, 0.016",
    "cookie-1, cookie, open \\+z end, 0.118, 0.036",
    "ketchup-1, ketchup, open -z end, 0.105, 0.030",
  })
  void standsOnTheEndThatTheScanLacks(
      String take, String mesh, String end, double height, double halfBase) {
    ObjectMotion motion = analysed(take, mesh);
    assertThat(motion.placement().standsOn()).containsPattern(end);
    assertThat(motion.movement().kind()).isEqualTo(Kind.TIP);
    assertThat(motion.misfits()).isEmpty();
    assertThat(motion.solid().centerOfMassHeight()).isCloseTo(height, within(0.006));
    assertThat(motion.effect().halfBase()).isCloseTo(halfBase, within(0.003));
    assertThat(motion.placement().margin()).isPositive();
    assertThat(motion.effect().energy()).isBetween(0.02, 0.08);
    assertThat(motion.effect().slip()).isLessThan(0.01);
  }

  @Test
  void theLetterFallsOnItsWideSide() {
    ObjectMotion motion = analysed("a-1", "a");
    assertThat(Math.toDegrees(motion.movement().largestTilt())).isCloseTo(94, within(3.0));
    assertThat(motion.placement().liesOn()).matches("its [+-]x side");
  }

  @ParameterizedTest
  @CsvSource({"lego-2", "lego-3"})
  void theBrickIsClosedAndTips(String take) {
    ObjectMotion motion = analysed(take, "lego-convex");
    assertThat(motion.placement().openEndExtension()).isZero();
    assertThat(motion.placement().standsOn()).matches("its [+-]z side");
    assertThat(motion.movement().kind()).isEqualTo(Kind.TIP);
  }

  @ParameterizedTest
  @CsvSource({"a-1, cookie", "a-2, lego-convex", "domino-2, cookie", "cookie-1, a"})
  void flagsTheMeshOfAnotherObject(String take, String mesh) {
    assertThat(analysed(take, mesh).misfits()).isNotEmpty();
  }
}
