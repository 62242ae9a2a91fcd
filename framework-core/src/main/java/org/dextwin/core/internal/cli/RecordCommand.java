package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dextwin record}. */
@Command(
    name = "record",
    description =
        "Records a robot that holds still or is moved by somebody else: runs the experiment 'record'.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin record --hand leap --seconds 5",
      "  dextwin record --hand leap --driver dynamixel \\",
      "    --set hand.leap.driver.dynamixel.port=/dev/ttyUSB0 --out runs/demo-1",
      "  dextwin record lab.conf --rate 100",
      "",
      "The log is episode.dxlog in the run folder; it is readable at any moment, also if the recorder"
          + " is killed. 'dextwin replay' moves a robot along it, 'dextwin export' makes a dataset of"
          + " it. Experiments that move a robot, such as hello-device, record it as well."
    })
final class RecordCommand extends RobotCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "CONF",
      description = "A configuration file with the robot, for what has no option.")
  private @Nullable Path file;

  @Option(names = "--seconds", paramLabel = "S", description = "How long. Default: 10.")
  private @Nullable Double seconds;

  RecordCommand(Environment environment, List<String> commandLine) {
    super(environment, commandLine, "record");
  }

  @Override
  @Nullable Path file() {
    return file;
  }

  @Override
  List<String> meant() {
    List<String> meant = super.meant();
    if (seconds != null) {
      meant.add(key("duration-s") + "=" + seconds);
    }
    return meant;
  }
}
