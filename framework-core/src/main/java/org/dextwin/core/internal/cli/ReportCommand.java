package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dextwin.core.internal.run.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dextwin report}. */
@Command(
    name = "report",
    description = "Renders the report of a run anew from the run's files, and says where it is.",
    footerHeading = "%nExamples:%n",
    footer = {"  dextwin report runs/20260101-120000-identify-mass"})
final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RUN", description = "The run folder.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli looks at the annotation
  private boolean help;

  private final Environment environment;

  ReportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path report = RunReport.render(environment.resolve(folder));
    environment.terminal().result(environment.shown(report) + System.lineSeparator());
    return ExitCode.DONE;
  }
}
