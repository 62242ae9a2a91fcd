package org.dextwin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.testkit.Availability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java and C do the same work, or their times could not be compared. */
class MujocoVersusCTest {

  /** Enough for the box to fall onto the palm and the fingers to begin to close. */
  private static final int STEPS = 1400;

  @TempDir private Path folder;

  private MujocoVersusC open() {
    try {
      return new MujocoVersusC(folder, STEPS);
    } catch (ComponentUnavailableException e) {
      throw Availability.missing(e.getMessage() + "; " + e.remedy());
    } catch (CRollouts.NoCompilerException e) {
      throw Availability.missing(String.valueOf(e.getMessage()));
    }
  }

  @Test
  void bothEndWithTheSameBits() throws IOException {
    try (MujocoVersusC benchmark = open()) {
      MujocoVersusC.Result result = benchmark.measure(1);
      assertThat(result.identical()).as("qpos at the end is the same").isTrue();
      assertThat(result.contacts()).as("the box lies on the hand").isPositive();
      assertThat(result.ofC()).hasSize(3);
      assertThat(result.ofC().values()).allSatisfy(ratio -> assertThat(ratio.low()).isPositive());
      assertThat(result.twoWorkers()).containsOnlyKeys("Java", "C");
      Path file = folder.resolve("result.json");
      MujocoVersusC.write(result, file);
      assertThat(Files.readString(file))
          .contains("\"mujoco\" : \"" + result.mujoco(), "\"median\"")
          .doesNotContain(folder.toString(), "libmujoco");
      assertThat(MujocoVersusC.table(result)).contains("the same, bit by bit", "single steps");
    }
  }

  @Test
  void spreadsAreQuantiles() {
    Spread spread = Spread.of(List.of(5.0, 1.0, 2.0, 4.0, 3.0));
    assertThat(spread).isEqualTo(new Spread(3, 1.4, 4.6));
  }
}
