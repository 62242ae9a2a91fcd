package org.dextwin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dextwin.learning.compute.Kernels;
import org.junit.jupiter.api.Test;

class LearningWorkloadTest {

  @Test
  void workloadsRunAndHaveAPartnerInPython() throws Exception {
    String python =
        Files.readString(Path.of(System.getProperty("dextwin.benchmarks"), "learning.py"));
    try (LearningWorkload workload = new LearningWorkload(Kernels.best(), 2)) {
      Map<String, Runnable> steps = workload.steps();
      assertThat(steps).hasSize(12);
      steps.forEach(
          (name, step) -> {
            assertThat(python).contains("\"" + name + "\":");
            assertThatCode(step::run).as(name).doesNotThrowAnyException();
          });
    }
  }
}
