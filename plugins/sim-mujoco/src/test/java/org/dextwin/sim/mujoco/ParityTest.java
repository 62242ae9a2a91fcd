package org.dextwin.sim.mujoco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.sim.mujoco.internal.library.MujocoLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From Java and from C, the same model, controls and steps give the same bits. */
class ParityTest {

  private static final int STEPS = 5000;

  /** A gripper of two fingers that squeezes and drops boxes on a floor. */
  private static final String GRIPPER =
      """
      <mujoco>
        <option timestep="0.002"/>
        <worldbody>
          <geom type="plane" size="1 1 0.1"/>
          <body name="palm" pos="0 0 0.2">
            <joint name="lift" type="slide" axis="0 0 1" damping="5"/>
            <geom type="box" size="0.08 0.03 0.01" mass="0.3"/>
            <body pos="0.06 0 -0.02"><joint name="right" axis="0 1 0" damping="0.05"/>
              <geom type="capsule" size="0.01" fromto="0 0 0 0 0 -0.12" mass="0.05"/></body>
            <body pos="-0.06 0 -0.02"><joint name="left" axis="0 -1 0" damping="0.05"/>
              <geom type="capsule" size="0.01" fromto="0 0 0 0 0 -0.12" mass="0.05"/></body>
          </body>
          <body name="box" pos="0 0 0.05"><freejoint/>
            <geom type="box" size="0.03 0.03 0.03" mass="0.1"/></body>
          <body name="ball" pos="0.01 0.01 0.13"><freejoint/><geom size="0.025" mass="0.05"/></body>
        </worldbody>
        <actuator>
          <position joint="lift" kp="100"/><position joint="right" kp="3"/>
          <position joint="left" kp="3"/>
        </actuator>
      </mujoco>
      """;

  @TempDir Path folder;

  @Test
  void trajectoriesAreThoseOfC() throws IOException, InterruptedException {
    MujocoLibrary library = TestEngine.library();
    Path model = TestEngine.write(folder.resolve("gripper.xml"), GRIPPER);
    double[] targets = new double[3 * STEPS];
    for (int i = 0; i < STEPS; i++) {
      targets[3 * i] = 0.1 * Math.sin(0.002 * i);
      targets[3 * i + 1] = 0.5 * Math.sin(0.005 * i);
      targets[3 * i + 2] = 0.5 * Math.sin(0.0047 * i);
    }
    try (Simulation simulation = TestEngine.simulator().open(model)) {
      simulation.rollout(new ControlSequence(STEPS, 3, targets, List.of()));
      assertThat(simulation.contacts().contacts()).as("contacts at the end").isNotEmpty();
      SimulationState state = simulation.state();
      double[] expected = inC(library, model, targets);
      // the engine's own order comes first in the internal numbers
      double[] qpos = Arrays.copyOf(state.internal(), expected.length);
      assertThat(qpos).as("qpos after %d steps", STEPS).isEqualTo(expected);
    }
  }

  private double[] inC(MujocoLibrary library, Path model, double[] targets)
      throws IOException, InterruptedException {
    String source;
    try (InputStream in = ParityTest.class.getResourceAsStream("parity.c")) {
      source = CCompiler.read(in);
    }
    Path program = CCompiler.compile(folder, "parity", source, "-ldl");
    StringBuilder input = new StringBuilder();
    for (double target : targets) {
      input.append(Double.toHexString(target)).append('\n');
    }
    Path controls = Files.writeString(folder.resolve("controls"), input, StandardCharsets.US_ASCII);
    Process process =
        new ProcessBuilder(
                program.toString(),
                library.path().toString(),
                model.toString(),
                String.valueOf(STEPS),
                String.valueOf(library.layout().field("mjData.ctrl").offset()),
                String.valueOf(library.layout().field("mjData.qpos").offset()),
                "3",
                "17")
            .redirectInput(controls.toFile())
            .start();
    String printed = CCompiler.read(process.getInputStream());
    assertThat(process.waitFor()).as("exit code; %s", printed).isZero();
    return printed.lines().mapToDouble(Double::parseDouble).toArray();
  }
}
