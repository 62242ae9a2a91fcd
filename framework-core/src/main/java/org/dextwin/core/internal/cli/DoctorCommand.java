package org.dextwin.core.internal.cli;

import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dextwin doctor}. */
@Command(
    name = "doctor",
    description = "Examines this machine: Java, memory, folders, plugins and what they need.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin doctor",
      "  dextwin doctor --json",
      "",
      "The exit code is 0 whatever is found: not everything is needed for every experiment."
    })
final class DoctorCommand extends FrameworkCommand {

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  DoctorCommand(Environment environment) {
    super(environment);
  }

  @Override
  int call(Terminal terminal) {
    Checkup checkup = Checkup.of(options.plugins.stream().map(environment::resolve).toList());
    terminal.result(json ? checkup.json() : checkup.text());
    return ExitCode.DONE;
  }
}
