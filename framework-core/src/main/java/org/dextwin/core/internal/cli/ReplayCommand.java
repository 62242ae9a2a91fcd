package org.dextwin.core.internal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.spi.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dextwin replay}. */
@Command(
    name = "replay",
    description =
        "Moves a robot along a recorded log, within its safety envelope: runs the experiment 'replay'.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin replay runs/demo-1/episode.dxlog --hand leap",
      "  dextwin replay joints.csv --hand allegro --rate 50 --out runs/again",
      "  dextwin replay runs/demo-1/episode.dxlog lab.conf --hand leap --driver dynamixel",
      "",
      "LOG is an episode log (.dxlog), of which the commands are replayed, or the measured joints if it"
          + " has no commands; or a joint log as CSV; or a folder of episode logs, of which the one of"
          + " the robot's joints is taken. First the robot goes slowly to where the log begins."
    })
final class ReplayCommand extends RobotCommand {

  @Parameters(index = "0", paramLabel = "LOG", description = "What was recorded.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path log;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CONF",
      description = "A configuration file with the robot, for what has no option.")
  private @Nullable Path file;

  @Option(
      names = "--approach-speed",
      paramLabel = "RAD/S",
      description = "How fast the joints go to where the log begins. Default: 0.5.")
  private @Nullable Double approachSpeed;

  ReplayCommand(Environment environment, List<String> commandLine) {
    super(environment, commandLine, "replay");
  }

  @Override
  @Nullable Path file() {
    return file;
  }

  @Override
  List<String> meant() {
    List<String> meant = super.meant();
    if (!Files.exists(environment.resolve(log))) {
      throw new InvalidInputException(
          log + ": there is no such file; expected an episode log (.dxlog), a CSV or a folder");
    }
    String quoted = log.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    meant.add(key("log") + "=\"" + quoted + '"');
    if (approachSpeed != null) {
      meant.add(key("approach-speed-rad-per-s") + "=" + approachSpeed);
    }
    return meant;
  }
}
