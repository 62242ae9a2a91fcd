package org.dextwin.export.lerobot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.IoReason;
import org.dextwin.export.lerobot.internal.output.StagedFolder;
import org.dextwin.export.lerobot.internal.take.Dataset;
import org.dextwin.export.lerobot.internal.take.LogFiles;
import org.dextwin.export.lerobot.internal.take.Take;

/**
 * {@code dextwin export}.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class ExportCommand implements Command {

  @Override
  public String help() {
    return """
        dextwin export LOG... --out DIR [OPTION VALUE]...
          Exports episode logs (.dxlog), or all in a folder, as one dataset in the new
          folder DIR.

          --format FORMAT   lerobot-v3 (the default), lerobot-v2.1 or csv
          --fps N           rows per second; by default the slowest source's rate
          --task TEXT       what is done, instead of what the logs say
          --action SOURCES  names, with commas between, of the command sources that
                            are LeRobot's action; by default 'command', or else all

          A row has the frame of each source that is nearest by the recorder's clock,
          at most half the source's period away. Rows without one are left out, and in
          LeRobot's formats the next episode begins behind them.

        Examples:
          dextwin export runs/leap/episode.dxlog --out datasets/leap
          dextwin export runs --format lerobot-v2.1 --fps 30 --out datasets/all
          dextwin export episode.dxlog --format csv --out episode
        """;
  }

  @Override
  public void run(List<String> words, Console console) {
    ExportWords asked = new ExportWords(words);
    Dataset.Format format = asked.format();
    OptionalDouble rate = asked.rate();
    Path out = asked.out();
    List<Path> logs = LogFiles.in(asked.logs());
    try (StagedFolder folder = StagedFolder.begin(out)) {
      List<String> written = write(format, folder, logs, rate, console);
      folder.finish();
      console.result(out + ": " + String.join("\n", written) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(out + " cannot be written: " + IoReason.of(e), e);
    }
  }

  private static List<String> write(
      Dataset.Format format,
      StagedFolder folder,
      List<Path> logs,
      OptionalDouble rate,
      Console console)
      throws IOException {
    OptionalDouble common = rate;
    try (Dataset dataset = format.begin(folder.path())) {
      for (Path log : logs) {
        Take take = Take.read(log, common);
        common = OptionalDouble.of(take.rateHz()); // of the first log, if none is given
        take.notes().forEach(note -> console.say("note: " + note));
        dataset.add(take);
      }
      return dataset.finish();
    }
  }

  @Override
  public void close() {
    // nothing is open
  }
}
