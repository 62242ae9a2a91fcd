package org.dextwin.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "flaw,lawn,2", "'',abc,3", "abc,abc,0", "mujoco,mujuco,1"})
  void distanceCountsEdits(String a, String b, int edits) {
    assertThat(NearestName.distance(a, b)).isEqualTo(edits);
    assertThat(NearestName.distance(b, a)).isEqualTo(edits);
  }

  @Test
  void suggestsTheNearest() {
    assertThat(NearestName.of("mujuco", List.of("semi-implicit", "mujoco"))).contains("mujoco");
  }

  @Test
  void suggestsNothingForSomethingElse() {
    assertThat(NearestName.of("leap", List.of("allegro", "shadow"))).isEmpty();
  }
}
