package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A short way to run an experiment on one robot: each option stands for a key of the configuration,
 * and a configuration file is only needed for what has no option.
 */
abstract class RobotCommand extends ExperimentCommand {

  private static final String TWIN = "twin";
  private static final String NAME = "[a-z][a-z0-9-]*";

  @ArgGroup @Nullable Robot robot;

  @Option(
      names = "--driver",
      paramLabel = "TYPE",
      description =
          "What drives the robot: twin, or a bus such as dynamixel, socketcan or rosbridge"
              + " ('dextwin devices' lists them). Default: what CONF says; without CONF the twin, so"
              + " that nothing real moves unasked.")
  @Nullable String driver;

  @Option(names = "--rate", paramLabel = "HZ", description = "Ticks of the control loop a second.")
  @Nullable Double rate;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  private final String experiment;

  RobotCommand(Environment environment, List<String> commandLine, String experiment) {
    super(environment, commandLine);
    this.experiment = experiment;
  }

  /** Which robot it is. */
  static final class Robot {

    @Option(names = "--hand", paramLabel = "TYPE", description = "A hand, such as leap or allegro.")
    @Nullable String hand;

    @Option(names = "--arm", paramLabel = "TYPE", description = "An arm, such as franka.")
    @Nullable String arm;

    String role() {
      return hand != null ? "hand" : "arm";
    }

    String type() {
      return hand != null ? hand : String.valueOf(arm);
    }
  }

  /** Returns the configuration file; null if none is named. */
  abstract @Nullable Path file();

  @Override
  final Optional<Path> config() {
    return Optional.ofNullable(file());
  }

  @Override
  List<String> meant() {
    List<String> meant = new ArrayList<>(List.of("experiment.type=" + experiment));
    String bus = driver != null || file() != null ? driver : TWIN;
    if (robot == null && file() == null) {
      throw new ParameterException(
          spec.commandLine(), "which robot? Name one with --hand or --arm, or a file CONF");
    }
    if (robot == null && driver != null) {
      throw new ParameterException(
          spec.commandLine(), "--driver needs --hand or --arm, whose driver it is");
    }
    if (robot != null) {
      String role = robot.role();
      String type = named("--" + role, robot.type());
      meant.add(key("robot") + "=" + role);
      meant.add(role + ".type=" + type);
      if (bus != null) {
        meant.add(role + "." + type + ".driver.type=" + named("--driver", bus));
      }
    }
    if (rate != null) {
      meant.add(key("loop.rate-hz") + "=" + rate);
    }
    return meant;
  }

  final String key(String name) {
    return "experiment." + experiment + "." + name;
  }

  private String named(String option, String value) {
    if (!value.matches(NAME)) {
      throw new ParameterException(
          spec.commandLine(), option + " is '" + value + "'; expected a name such as leap or twin");
    }
    return value;
  }
}
