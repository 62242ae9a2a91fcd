package org.dextwin.sim.mujoco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Closing releases what opening took. */
@EnabledOnOs(OS.LINUX)
class MemoryTest {

  private static final int WARM_UP = 2000;
  private static final int CYCLES = 10_000;

  /** In a JVM whose heap is all there from the beginning, so that only native memory can grow. */
  @Test
  void residentMemoryStaysFlat() throws IOException, InterruptedException {
    TestEngine.library(); // or skip
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms96m",
                "-Xmx96m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // the optimising compiler takes memory as it goes
                "-cp",
                classPath,
                MemoryTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String[] measured = CCompiler.read(process.getInputStream()).strip().split("\\s+", -1);
    assertThat(process.waitFor()).as("exit code of the measuring JVM").isZero();
    long before = Long.parseLong(measured[0]);
    long after = Long.parseLong(measured[1]);
    assertThat(after)
        .as("resident memory [kB] after %d cycles, %d before them", CYCLES, before)
        .isLessThanOrEqualTo(before + before / 20);
  }

  /** Prints the resident memory before and after the cycles [kB]. */
  public static void main(String[] arguments) throws IOException {
    MujocoSimulator simulator = TestEngine.simulator();
    Scene scene = ball();
    cycle(simulator, scene, WARM_UP);
    System.out.println(residentKilobytes());
    cycle(simulator, scene, CYCLES);
    System.out.println(residentKilobytes());
  }

  private static void cycle(MujocoSimulator simulator, Scene scene, int times) {
    for (int i = 0; i < times; i++) {
      try (Simulation simulation = simulator.open(scene)) {
        simulation.step(Actuation.NONE, 1);
        simulation.contacts();
      }
    }
  }

  private static Scene ball() {
    SceneBody ball =
        SceneBody.free(
            "ball",
            new MassProperties(1, Vec3.ZERO, SymmetricMatrix3.diagonal(1, 1, 1)),
            List.of(),
            new Material(0.5, 1e3, 1),
            Pose.inWorld("ball", Vec3.Z, Quat.IDENTITY),
            Twist.zero(Pose.WORLD, "ball"));
    return new Scene("ball", Scene.EARTH_GRAVITY, List.of(ball), List.of(), List.of());
  }

  private static long residentKilobytes() throws IOException {
    System.gc(); // lets go of what is released by garbage collection
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
