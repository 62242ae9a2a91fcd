package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Role;
import org.dextwin.core.internal.config.NearestName;
import org.dextwin.core.internal.plugin.ApiRoles;
import org.dextwin.core.internal.run.Terminal;
import org.dextwin.core.internal.scaffold.PluginProject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dextwin new plugin}. */
@Command(
    name = "plugin",
    description =
        "Writes a Maven project with a plugin that builds, keeps the contract of its role, and runs"
            + " in an example.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin new plugin verlet --role integrator",
      "  dextwin new plugin my-hand --role hand --package com.acme"
    })
final class NewPluginCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      description = "Name of the plugin, in lower-case words with dashes; also its folder.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String name;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "What the plugin is, such as hand, simulator or experiment.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String role;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      defaultValue = "org.example",
      description = "Java package that the plugin's own is put into. Default: org.example.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String parentPackage;

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

  NewPluginCommand(Environment environment) {
    this.environment = environment;
  }

  /** Returns the roles of the API by name. */
  static Map<String, Class<? extends Component>> roles() {
    Map<String, Class<? extends Component>> roles = new TreeMap<>();
    Stream.concat(ApiRoles.ALL.stream(), ApiRoles.UNCONFIGURED.stream())
        .forEach(type -> roles.put(type.getAnnotation(Role.class).value(), type));
    return roles;
  }

  @Override
  public Integer call() {
    Class<? extends Component> type = roles().get(role);
    if (type == null) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no role '"
              + role
              + "'"
              + NearestName.of(role, roles().keySet())
                  .map(near -> "; did you mean '" + near + "'?")
                  .orElse("")
              + "\n  roles: "
              + String.join(", ", roles().keySet()));
    }
    Path folder = environment.resolve(Path.of(name));
    Terminal terminal = environment.terminal();
    try {
      PluginProject project = new PluginProject(name, type, parentPackage);
      for (Path file : project.write(folder)) {
        terminal.result(environment.shown(file) + "\n");
      }
      terminal.say("next: cd " + name);
      project.commands().forEach(command -> terminal.say("      " + command));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    return ExitCode.DONE;
  }
}
