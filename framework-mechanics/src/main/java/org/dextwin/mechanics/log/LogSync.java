package org.dextwin.mechanics.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Brings a joint log (UTC) and the pose track of the same take onto one clock.
 *
 * <p>Local time differs from UTC by a multiple of a quarter of an hour, from -14 h to +14 h. Takes
 * last seconds, so at most one such shift makes a track overlap its own joint log, and it hardly
 * ever makes it overlap another take's. If several shifts fit (takes of more than a quarter of an
 * hour) the zone must be stated.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class LogSync {

  private static final int QUARTER_HOUR_S = 15 * 60;

  /** Zones reach from -12 h to +14 h; the range is kept symmetric. */
  private static final int QUARTER_HOURS = 14 * 4;

  private final double minimumOverlap;

  /**
   * Sets what counts as overlap.
   *
   * @param minimumOverlap part of the shorter recording that the other must cover, in (0, 1]
   */
  public LogSync(double minimumOverlap) {
    if (!(minimumOverlap > 0 && minimumOverlap <= 1)) {
      throw new IllegalArgumentException(
          "minimum overlap " + minimumOverlap + " is not in (0, 1]; 0.5 is usual");
    }
    this.minimumOverlap = minimumOverlap;
  }

  /**
   * Finds the zone of a track's local time.
   *
   * @param joints the joint log
   * @param poses the track of the same take; its clock is {@link Clock#UNZONED} or {@link
   *     Clock#UTC}
   * @return both on UTC
   * @throws InvalidInputException if no zone makes them overlap, several do, or the track's times
   *     are relative
   */
  public SyncedLogs align(JointLog joints, PoseTrack poses) {
    Span jointSpan = Span.of(joints);
    Span poseSpan = Span.of(poses);
    return switch (poses.clock()) {
      case UTC -> align(joints, poses, ZoneOffset.UTC);
      case UNZONED -> align(joints, poses, onlyZone(poses.object(), jointSpan, poseSpan));
      case RELATIVE ->
          throw new InvalidInputException(
              "the times of track '"
                  + poses.object()
                  + "' count from its first pose, so it cannot be matched with a joint log; give"
                  + " the tracker times of day");
    };
  }

  /**
   * Takes a stated zone for a track's local time.
   *
   * @param joints the joint log
   * @param poses the track of the same take
   * @param zone the zone of the track's local time; UTC for a track in UTC
   * @return both on UTC
   * @throws InvalidInputException if they do not overlap
   */
  public SyncedLogs align(JointLog joints, PoseTrack poses, ZoneOffset zone) {
    Span jointSpan = Span.of(joints);
    Span poseSpan = Span.of(poses).plus(-zone.getTotalSeconds());
    if (!jointSpan.overlaps(poseSpan, minimumOverlap)) {
      throw new InvalidInputException(
          "joint log ("
              + jointSpan
              + ") and track '"
              + poses.object()
              + "' ("
              + poseSpan
              + ", zone "
              + zone
              + ") do not overlap; are they of the same take?");
    }
    return new SyncedLogs(
        joints,
        inUtc(poses, zone),
        zone,
        Math.max(jointSpan.start, poseSpan.start),
        Math.min(jointSpan.end, poseSpan.end));
  }

  private ZoneOffset onlyZone(String object, Span joints, Span poses) {
    List<ZoneOffset> zones = new ArrayList<>();
    for (int quarter = -QUARTER_HOURS; quarter <= QUARTER_HOURS; quarter++) {
      int seconds = quarter * QUARTER_HOUR_S;
      if (joints.overlaps(poses.plus(-seconds), minimumOverlap)) {
        zones.add(ZoneOffset.ofTotalSeconds(seconds));
      }
    }
    if (zones.isEmpty()) {
      double off = Math.IEEEremainder(poses.start - joints.start, QUARTER_HOUR_S);
      throw new InvalidInputException(
          "joint log ("
              + joints
              + ") and track '"
              + object
              + "' ("
              + poses
              + ", zone unknown) do not overlap by "
              + Math.round(100 * minimumOverlap)
              + " % in any time zone"
              + String.format(Locale.ROOT, " (modulo 15 min their starts differ by %.1f s)", off)
              + "; are they of the same take?");
    }
    if (zones.size() > 1) {
      throw new InvalidInputException(
          "joint log ("
              + joints
              + ") and track '"
              + object
              + "' ("
              + poses
              + ", zone unknown) overlap in the zones "
              + zones
              + "; state the zone of the track's local time");
    }
    return zones.get(0);
  }

  private static PoseTrack inUtc(PoseTrack poses, ZoneOffset zone) {
    if (zone.getTotalSeconds() == 0 && poses.clock() == Clock.UTC) {
      return poses;
    }
    List<Sample> samples =
        poses.samples().stream()
            .map(s -> new Sample(s.time() - zone.getTotalSeconds(), s.pose(), s.quality()))
            .toList();
    return new PoseTrack(poses.object(), Clock.UTC, samples, poses.notes());
  }

  /** From the first to the last time of a recording [s]. */
  private record Span(double start, double end) {

    static Span of(JointLog joints) {
      if (joints.size() < 2) {
        throw new InvalidInputException(
            "joint log has " + joints.size() + " readings; matching clocks needs two");
      }
      return new Span(joints.time(0), joints.time(joints.size() - 1));
    }

    static Span of(PoseTrack poses) {
      List<Sample> samples = poses.samples();
      if (samples.size() < 2) {
        throw new InvalidInputException(
            "track '"
                + poses.object()
                + "' has "
                + samples.size()
                + " poses; matching clocks needs two");
      }
      return new Span(samples.get(0).time(), samples.get(samples.size() - 1).time());
    }

    Span plus(double seconds) {
      return new Span(start + seconds, end + seconds);
    }

    boolean overlaps(Span other, double part) {
      double shared = Math.min(end, other.end) - Math.max(start, other.start);
      return shared >= part * Math.min(end - start, other.end - other.start);
    }

    @Override
    public String toString() {
      return Instant.ofEpochMilli(Math.round(start * 1e3))
          + " to "
          + Instant.ofEpochMilli(Math.round(end * 1e3));
    }
  }
}
