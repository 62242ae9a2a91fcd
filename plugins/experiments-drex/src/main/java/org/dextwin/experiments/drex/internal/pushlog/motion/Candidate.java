package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * One way in which the object may have stood and come to rest.
 *
 * @param R_MT rotation from the tracker's object frame to the mesh frame
 * @param shape the body on the face it stood on
 * @param lying the face it rested on afterwards; empty if none
 */
record Candidate(Quat R_MT, StandingShape shape, Optional<StableFace> lying) {

  StableFace standing() {
    return shape.face();
  }

  /** Returns R_CM for a tracked rotation R_CT. */
  Quat rotation(Quat R_CT) {
    return R_CT.times(R_MT.inverse());
  }

  /** Returns the direction against gravity in the camera, for a face on the table. */
  Vec3 up(Quat R_CT, StableFace face) {
    return rotation(R_CT).rotate(face.normal()).negated();
  }

  @Override
  public String toString() {
    return "stands on "
        + shape.face().words()
        + ", then "
        + lying.map(face -> "lies on " + face.words()).orElse("rests on no face")
        + ", R_MT "
        + R_MT;
  }
}
