package org.dextwin.testkit.perception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.perception.LiveTracker;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.perception.Sensor;
import org.jspecify.annotations.Nullable;

/**
 * What every live tracker keeps: what every sensor keeps, and its poses are of one object in one
 * frame. The valid settings are those of a tracker that sees its object.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class LiveTrackerContract<C>
    extends SensorContract<PoseTracker, C, Optional<Pose>> {

  private @Nullable Pose first;

  /** For subclasses. */
  protected LiveTrackerContract() {}

  @Override
  protected final Sensor<Optional<Pose>> sensorOf(PoseTracker component) {
    assertThat(component).isInstanceOf(LiveTracker.class);
    return (LiveTracker) component;
  }

  @Override
  protected final void assertSound(Optional<Pose> value) {
    assertThat(value).as("pose of an object that is seen").isPresent();
    Pose pose = value.get();
    Pose known = first == null ? pose : first;
    first = known;
    assertThat(pose.body()).as("body of the pose").isEqualTo(known.body());
    assertThat(pose.frame()).as("frame of the pose").isEqualTo(known.frame());
    assertThat(pose.frame()).as("frame of '%s'", pose.body()).isNotEqualTo(pose.body());
    assertThat(pose.position().norm()).as("distance from the camera [m]").isFinite();
  }
}
