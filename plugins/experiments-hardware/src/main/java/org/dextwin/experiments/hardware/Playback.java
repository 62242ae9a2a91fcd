package org.dextwin.experiments.hardware;

/** The robot goes to where a track begins, then along it. */
final class Playback implements Motion {

  private final double[] start;
  private final double approachS;
  private final Track track;

  private Playback(double[] start, double approachS, Track track) {
    this.start = start;
    this.approachS = approachS;
    this.track = track;
  }

  /** How long it takes to get to the track [s]. */
  double approachS() {
    return approachS;
  }

  /** Goes to the track at a speed that no joint exceeds. */
  static Playback of(double[] start, double speed, Track track) {
    double farthest = 0;
    for (int i = 0; i < start.length; i++) {
      farthest = Math.max(farthest, Math.abs(track.at(0)[i] - start[i]));
    }
    // the fastest moment of a minimum-jerk path has 15/8 of its mean speed
    return new Playback(start, 15.0 / 8 * farthest / speed, track);
  }

  @Override
  public double durationS() {
    return approachS + track.durationS();
  }

  @Override
  public double[] at(double time) {
    if (time >= approachS) {
      return track.at(time - approachS);
    }
    double part = Motion.minimumJerk(time / approachS);
    double[] target = track.at(0);
    for (int i = 0; i < target.length; i++) {
      target[i] = start[i] + part * (target[i] - start[i]);
    }
    return target;
  }
}
