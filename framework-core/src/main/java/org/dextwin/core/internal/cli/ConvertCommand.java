package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dextwin convert}. */
@Command(
    name = "convert",
    description = "Converts the model of a robot between URDF and MJCF.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin convert hand.urdf hand.xml",
      "  dextwin convert panda.xml panda.urdf",
      "  dextwin convert ws/my_arm/urdf/arm.urdf arm.xml --packages ws",
      "",
      "The kind of ROBOT is told by its content, that of OUT by its ending: .urdf, .xml or .mjcf.",
      "What ROBOT lacks, or OUT has no place for, is named on the error stream."
    })
final class ConvertCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "ROBOT", description = "A URDF or MJCF file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path robot;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The file to write; replaced if there.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path out;

  @Option(
      names = "--packages",
      paramLabel = "DIR",
      description =
          "A folder that may hold meshes beside the robot's own: a ROS package, or a folder of such."
              + " May be given several times.")
  private List<Path> packages = new ArrayList<>();

  @Option(
      names = "--require-meshes",
      description =
          "Refuses a robot with a collision mesh that is not there or in a format that is not read,"
              + " instead of leaving its shape out.")
  private boolean requireMeshes;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli looks at the annotation
  private boolean help;

  private final Environment environment;

  ConvertCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Terminal terminal = environment.terminal();
    RobotConversion conversion =
        new RobotConversion(packages.stream().map(environment::resolve).toList(), requireMeshes);
    Path target = environment.resolve(out);
    conversion
        .convert(environment.resolve(robot), target)
        .forEach(note -> terminal.say("note: " + note));
    terminal.result(environment.shown(target) + System.lineSeparator());
    return ExitCode.DONE;
  }
}
