package org.dextwin.experiments.inspect;

import java.util.List;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.spi.InvalidInputException;

/** Reads a recorded track and says how long, how dense and how far it is. */
final class TrackInspection implements Inspection {

  private final PoseTracker tracker;
  private final InspectConfig.Track config;

  TrackInspection(PoseTracker tracker, InspectConfig.Track config) {
    this.tracker = tracker;
    this.config = config;
  }

  @Override
  public void report(ExperimentContext context) {
    if (!(tracker instanceof RecordedTracker recorded)) {
      throw new InvalidInputException(
          "the tracker at '"
              + config.tracker().path()
              + "' tracks live and reads no files; choose one that reads recordings");
    }
    PoseTrack track = recorded.read(config.folder(), config.object());
    List<PoseTrack.Sample> samples = track.samples();
    if (samples.size() < 2) {
      throw new InvalidInputException(
          config.folder() + ": holds " + samples.size() + " poses; a track needs 2 or more");
    }
    for (String note : track.notes()) {
      context.note("track", note);
    }
    Item facts = facts(samples);
    facts.values().keySet().forEach(key -> context.metric(key, facts.number(key).orElseThrow()));
    context.table(
        new Table(
            "Track of " + track.object(),
            "Times are " + track.clock() + ".",
            facts.values().keySet().stream().map(TrackInspection::column).toList(),
            List.of(facts)));
    context.plot(positions(samples));
  }

  private static Item facts(List<PoseTrack.Sample> samples) {
    double length = 0; // [m]
    double angle = 0; // [rad]
    double gap = 0; // [s]
    long mended = 0;
    for (int i = 0; i < samples.size(); i++) {
      PoseTrack.Sample sample = samples.get(i);
      mended += sample.quality() == PoseTrack.Quality.MEASURED ? 0 : 1;
      if (i > 0) {
        PoseTrack.Sample before = samples.get(i - 1);
        length += sample.pose().position().distanceTo(before.pose().position());
        angle += sample.pose().rotation().angleTo(before.pose().rotation());
        gap = Math.max(gap, sample.time() - before.time());
      }
    }
    double duration = samples.get(samples.size() - 1).time() - samples.get(0).time();
    return Item.empty()
        .with("poses", samples.size())
        .with("not_as_measured", mended)
        .with("duration_s", duration)
        .with("rate_hz", (samples.size() - 1) / duration)
        .with("longest_gap_s", gap)
        .with("path_m", length)
        .with("turning_rad", angle);
  }

  private static Table.Column column(String key) {
    boolean counted = key.equals("poses") || key.equals("not_as_measured");
    return new Table.Column(key, key.replace('_', ' '), 1, counted ? 0 : 3);
  }

  private static Plot positions(List<PoseTrack.Sample> samples) {
    double start = samples.get(0).time();
    double[] times = samples.stream().mapToDouble(sample -> sample.time() - start).toArray();
    return new Plot(
        "track",
        "Position of the object in the camera",
        "time [s]",
        "position [m]",
        Plot.Scale.LINEAR,
        List.of(
            new Plot.Series("x", Plot.Style.LINE, times, along(samples, Vec3.X)),
            new Plot.Series("y", Plot.Style.LINE, times, along(samples, Vec3.Y)),
            new Plot.Series("z", Plot.Style.LINE, times, along(samples, Vec3.Z))));
  }

  private static double[] along(List<PoseTrack.Sample> samples, Vec3 axis) {
    return samples.stream().mapToDouble(sample -> sample.pose().position().dot(axis)).toArray();
  }
}
