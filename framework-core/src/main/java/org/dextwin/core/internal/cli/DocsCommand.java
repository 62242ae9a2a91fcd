package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import org.dextwin.core.Framework;
import org.dextwin.core.internal.reference.HtmlReference;
import org.dextwin.core.internal.reference.JsonSchema;
import org.dextwin.core.internal.reference.MarkdownReference;
import org.dextwin.core.internal.reference.Reference;
import org.dextwin.core.internal.run.AtomicFile;
import org.dextwin.core.internal.run.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dextwin docs}. */
@Command(
    name = "docs",
    description = "Writes the reference of all keys that the installed plugins know.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin docs --out docs/configuration.md",
      "  dextwin docs --format html --out configuration.html",
      "  dextwin docs --format schema --out dextwin.schema.json"
    })
final class DocsCommand extends FrameworkCommand {

  /** Forms of the reference. */
  enum Format {
    /** Markdown. */
    MARKDOWN,
    /** An HTML page. */
    HTML,
    /** A JSON schema, for editors. */
    SCHEMA
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "markdown",
      description = "markdown, html, or schema, which is a JSON schema. Default: markdown.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file. Default: the standard output.")
  private @Nullable Path out;

  DocsCommand(Environment environment) {
    super(environment);
  }

  @Override
  int call(Terminal terminal) {
    try (Framework framework = openFramework()) {
      warnOfFailures(framework, terminal);
      Reference reference = Reference.of(framework.plugins());
      String text =
          switch (format) {
            case MARKDOWN -> MarkdownReference.of(reference);
            case HTML -> HtmlReference.of(reference);
            case SCHEMA -> JsonSchema.of(reference);
          };
      if (out == null) {
        terminal.result(text);
      } else {
        AtomicFile.write(environment.resolve(out), text);
      }
      return ExitCode.DONE;
    }
  }
}
