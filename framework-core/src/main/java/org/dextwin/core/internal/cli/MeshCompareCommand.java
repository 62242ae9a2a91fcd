package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dextwin.core.internal.run.Terminal;
import org.dextwin.mechanics.format.MeshReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dextwin mesh compare}. */
@Command(
    name = "compare",
    description = "Measures how far the surfaces of two meshes (OBJ, STL, PLY) are apart.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin mesh compare scan.obj truth.stl",
      "  dextwin mesh compare scan.obj truth.stl --tolerance 0.0005 --json",
      "  dextwin mesh compare before.ply after.ply --legacy",
      "",
      "Points that lie evenly on each surface are held against the other surface itself, in the frame"
          + " of the files. With d the distance of a point: chamfer is the mean of d, mse that of d^2,"
          + " each averaged over both directions; precision is the part of A's points whose d is within"
          + " the tolerance, recall that of B's, and the F-score their harmonic mean.",
      "",
      "--legacy adds figures in the manner of RoboStudio's public code, which holds vertices of the"
          + " same number against each other. They say nothing of the surfaces."
    })
final class MeshCompareCommand implements Callable<Integer> {

  private static final int MOST_SAMPLES = 10_000_000;

  @Parameters(index = "0", paramLabel = "A", description = "A mesh, such as a reconstruction.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path a;

  @Parameters(index = "1", paramLabel = "B", description = "A mesh, such as the truth.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path b;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Points on each surface. Default: ${DEFAULT-VALUE}.")
  private int samples = 100_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the points' places. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--tolerance",
      paramLabel = "M",
      description =
          "Distance in metres up to which a point is met. Default: 0.001; for vertices by --legacy"
              + " 1e-5, as RoboStudio's paper has it.")
  private @Nullable Double tolerance;

  @Option(names = "--legacy", description = "Also compares vertex with vertex, by their number.")
  private boolean legacy;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli looks at the annotation
  private boolean help;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  private final Environment environment;

  MeshCompareCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw new ParameterException(
          spec.commandLine(), "--samples is " + samples + "; expected 1 to " + MOST_SAMPLES);
    }
    if (tolerance != null && !(tolerance >= 0 && Double.isFinite(tolerance))) {
      throw new ParameterException(
          spec.commandLine(), "--tolerance is " + tolerance + "; expected 0 m or more");
    }
    Terminal terminal = environment.terminal();
    MeshDifference difference =
        MeshDifference.of(read(a), read(b), samples, seed, tolerance, legacy);
    terminal.result(json ? difference.json() : difference.text());
    return ExitCode.DONE;
  }

  private MeshDifference.Mesh read(Path file) {
    Path absolute = environment.resolve(file);
    return new MeshDifference.Mesh(environment.shown(absolute), MeshReader.read(absolute));
  }
}
