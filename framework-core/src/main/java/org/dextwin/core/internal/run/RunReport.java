package org.dextwin.core.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.api.spi.IoReason;
import org.dextwin.core.internal.report.HtmlReport;
import org.dextwin.core.internal.report.PlotPainter;
import org.dextwin.core.internal.report.ReportContent;
import org.dextwin.core.internal.report.Section;

/**
 * Renders {@code report.html} from the files of a run, in whatever state it is.
 *
 * <p><i>Thread safety</i>: thread-safe, without state.
 */
public final class RunReport {

  private RunReport() {}

  /**
   * Renders the report, and the plots that are missing.
   *
   * @param folder folder of the run
   * @return the report
   * @throws RunFolderException if the folder holds no run
   */
  public static Path render(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    if (!RunFolder.holdsRun(path)) {
      throw new RunFolderException(
          folder + " holds no run; name a folder with a result.json, such as runs/<time>-<name>");
    }
    List<Section> sections =
        LineFile.read(path.resolve(RunFolder.SECTIONS)).stream().map(Section::of).toList();
    for (Section section : sections) {
      if (section instanceof Section.PlotSection plot) {
        drawMissing(path.resolve(RunFolder.PLOTS), plot.plot());
      }
    }
    Item result = RunFolder.readIfPresent(path.resolve(RunFolder.RESULT));
    ReportContent content =
        new ReportContent(
            String.valueOf(path.getFileName()),
            status(path, result),
            result,
            RunFolder.readIfPresent(path.resolve(RunFolder.PROVENANCE)),
            config(path.resolve(RunFolder.CONFIG)),
            sections);
    Path report = path.resolve(RunFolder.REPORT);
    AtomicFile.write(report, HtmlReport.render(content));
    return report;
  }

  private static String status(Path folder, Item result) {
    Object status = result.values().get("status");
    if (status == null || Status.RUNNING.word().equals(status)) {
      return FolderLock.isHeld(folder)
          ? "running"
          : "stopped before its end; --resume continues it";
    }
    return status.toString();
  }

  private static String config(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private static void drawMissing(Path folder, Plot plot) {
    Path png = folder.resolve(plot.name() + ".png");
    Path svg = folder.resolve(plot.name() + ".svg");
    if (Files.exists(png) && Files.exists(svg)) {
      return;
    }
    try {
      Files.createDirectories(folder);
      AtomicFile.write(png, PlotPainter.png(plot));
      AtomicFile.write(svg, PlotPainter.svg(plot));
    } catch (ComponentUnavailableException e) {
      // The page says so in the plot's place, with the remedy.
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be made", e);
    }
  }
}
