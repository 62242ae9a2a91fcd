package org.dextwin.experiments.dexndm.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.learning.Transitions.Episode;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransitionsFolderTest {

  private static final JointOrder JOINTS = new JointOrder("two", List.of("a", "b"));

  @TempDir private Path folder;

  private static Episode episode(int steps) {
    float[] positions = new float[2 * (steps + 1)];
    float[] targets = new float[2 * steps];
    for (int i = 0; i < targets.length; i++) {
      positions[i] = 0.1f * i;
      targets[i] = -0.3f * i;
    }
    return new Episode("any", steps, positions, targets);
  }

  @Test
  void whatWasWrittenIsReadBack() {
    TransitionsFolder data = new TransitionsFolder(folder.resolve("new"));
    data.write(1, JOINTS, 0.05, List.of(episode(4)));
    data.write(0, JOINTS, 0.05, List.of(episode(3), episode(7)));
    Transitions read = data.read();
    assertThat(read.joints()).isEqualTo(JOINTS);
    assertThat(read.period()).isEqualTo(0.05);
    assertThat(read.episodes().stream().map(Episode::steps)).containsExactly(3, 7, 4);
    for (Episode each : read.episodes()) {
      assertThat(each.positions()).isEqualTo(episode(each.steps()).positions());
      assertThat(each.targets()).isEqualTo(episode(each.steps()).targets());
    }
  }

  @Test
  void damageIsNamed() throws IOException {
    TransitionsFolder data = new TransitionsFolder(folder);
    assertThatThrownBy(data::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("joints.txt");
    data.write(0, JOINTS, 0.05, List.of(episode(3)));
    Files.write(folder.resolve("joints.txt"), List.of("three", "a", "b", "c"));
    assertThatThrownBy(data::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("3 joints");
  }
}
