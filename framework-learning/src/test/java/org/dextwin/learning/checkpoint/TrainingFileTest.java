package org.dextwin.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.testkit.learning.TestTrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFileTest {

  private static final String NAME = "test.safetensors";

  @TempDir private Path folder = Path.of("");

  private TrainingFile file(long seed, String config, String data) {
    return new TrainingFile(
        new TestTrainingRun(seed, folder), NAME, "test", config, "recordings", data);
  }

  private void write(String phase) {
    TrainingFile file = file(7, "width 3", "2 with checksum 1");
    file.write(phase).numbers("state", new float[] {4}).write(file.path());
  }

  @Test
  void isAbsentAtFirst() {
    TrainingFile file = file(7, "width 3", "2 with checksum 1");
    assertThat(file.read()).isEmpty();
    assertThat(TrainingFile.isAt(file.read(), TrainingFile.DONE)).isFalse();
    assertThat(file.path()).isEqualTo(folder.resolve(NAME));
  }

  @Test
  void sameTrainingGoesOn() {
    write("first");
    Optional<Checkpoint> state = file(7, "width 3", "2 with checksum 1").read();
    assertThat(state.orElseThrow().numbers("state", 1)).containsExactly(4);
    assertThat(TrainingFile.isAt(state, "first")).isTrue();
    assertThat(TrainingFile.isAt(state, TrainingFile.DONE)).isFalse();
  }

  @Test
  void otherTrainingsAreRefused() {
    write("first");
    assertRefused(file(8, "width 3", "2 with checksum 1"), "seed is 7, but must be 8");
    assertRefused(
        file(7, "width 4", "2 with checksum 1"), "config is width 3, but must be width 4");
    assertRefused(
        file(7, "width 3", "2 with checksum 2"),
        "recordings is 2 with checksum 1, but must be 2 with checksum 2");
  }

  private static void assertRefused(TrainingFile file, String why) {
    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(NAME)
        .hasMessageContaining(why)
        .hasMessageContaining("train in another folder, or as before");
  }

  @Test
  void onlyFinishedTrainingsHaveResults() {
    write("first");
    Path path = TrainingFile.in(folder, NAME);
    assertThatThrownBy(() -> TrainingFile.readDone(path, "test"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "phase is first, but must be done; let the training end, or resume it");
    write(TrainingFile.DONE);
    assertThat(TrainingFile.readDone(path, "test").numbers("state", 1)).containsExactly(4);
    assertThat(TrainingFile.in(path, "other")).as("a file itself").isEqualTo(path);
  }

  /** Files that exist hold such checksums: they must not change. */
  @Test
  void checksumsAreThoseOfTheBytes() {
    assertThat(new Checksum().add("123456789")).hasToString("checksum cbf43926"); // that of CRC-32
    float big = Float.intBitsToFloat(0x31323334); // the bytes of 1234, the greatest first
    float next = Float.intBitsToFloat(0x35363738);
    assertThat(new Checksum().add(new float[] {big, next}).add("9"))
        .hasToString("checksum cbf43926");
    assertThat(new Checksum().add(new float[] {0f}))
        .doesNotHaveToString(new Checksum().add(new float[] {-0f}).toString());
  }
}
