package org.dextwin.experiments.drex;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.sim.FakeSimulator;
import org.junit.jupiter.api.io.TempDir;

/** Identify-mass keeps the contract of experiments, with an engine that is not DexTwin's. */
class IdentifyMassContractTest extends ExperimentContract<IdentifyMassConfig> {

  @TempDir private static Path shapes;

  @Override
  protected ComponentProvider<Experiment, IdentifyMassConfig> provider() {
    return new IdentifyMassProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    Path mesh = boxMesh();
    return Map.of(
        "calibrated-force",
        Map.of(
            "world",
            "simulator",
            "engines",
            List.of("simulator"),
            "push",
            Map.of(
                "peak-n", 3.0, "duration-s", 0.3, "offset-m", List.of(1e-4, 0, 0), "watch-s", 0.4),
            "tracker",
            Map.of("rate-hz", 30, "position-noise-m", 3e-4, "rotation-noise-rad", 0.01),
            "objects",
            List.of(
                Map.of("name", "light", "mesh", mesh, "mass-kg", 0.1),
                Map.of("name", "heavy", "mesh", mesh, "mass-kg", 0.7)),
            "replicas",
            Map.of(
                "name",
                "box",
                "mesh",
                mesh,
                "masses-kg",
                List.of(0.2, 0.3),
                "paper-kg",
                List.of())));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Simulator.class, new FakeSimulator(0.002));
  }

  private static Path boxMesh() {
    Path mesh = shapes.resolve("box.stl");
    if (!Files.exists(mesh)) {
      MeshWriter.write(mesh, MeshShapes.box(0.04, 0.06, 0.08));
    }
    return mesh;
  }
}
