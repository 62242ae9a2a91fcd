package org.dextwin.experiments.hardware;

import java.util.List;
import org.dextwin.api.model.Joint;

/** Every joint goes towards the middle of its range and back, so that none meets its limits. */
final class Wave implements Motion {

  private final double[] start;
  private final double[] stroke;
  private final double durationS;

  private Wave(double[] start, double[] stroke, double durationS) {
    this.start = start;
    this.stroke = stroke;
    this.durationS = durationS;
  }

  @Override
  public double durationS() {
    return durationS;
  }

  static Wave of(List<Joint> joints, double[] start, double amplitude, double durationS) {
    double[] stroke = new double[start.length];
    for (int i = 0; i < stroke.length; i++) {
      double toMiddle = (joints.get(i).lower() + joints.get(i).upper()) / 2 - start[i];
      // a joint that turns without limits has no middle
      stroke[i] =
          Double.isFinite(toMiddle)
              ? Math.max(-amplitude, Math.min(amplitude, toMiddle))
              : amplitude;
    }
    return new Wave(start, stroke, durationS);
  }

  @Override
  public double[] at(double time) {
    double half = durationS / 2;
    double part = Motion.minimumJerk(1 - Math.abs(time - half) / half);
    double[] target = start.clone();
    for (int i = 0; i < target.length; i++) {
      target[i] += part * stroke[i];
    }
    return target;
  }
}
