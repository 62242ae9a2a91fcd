package org.dextwin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dextwin.api.learning.RetargetedPose;
import org.dextwin.api.learning.RetargetingSession;
import org.dextwin.api.model.Joint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hands that can be followed are, by every hand, within its limits. */
class HandFollowingTest {

  @ParameterizedTest
  @CsvSource({
    "allegro, vector, two",
    "allegro, position, one",
    "leap, vector, two",
    "leap, position, two",
    "leap, position, one",
    "urdf, vector, two",
    "urdf, position, one"
  })
  void fingertipsComeWithinFiveMillimetres(String hand, String objective, String steps) {
    try (HandFollowing following = new HandFollowing(hand, objective, steps)) {
      RetargetingSession session = following.open();
      RetargetingSession alone = following.open();
      List<HandFollowing.Frame> frames = following.frames(200);
      int missed = 0;
      for (int i = 0; i < frames.size(); i++) {
        HandFollowing.Frame frame = frames.get(i);
        RetargetedPose reached = frame.reach(alone);
        assertThat(following.error(frame, reached))
            .as("distance of the worst fingertip in pose %d [m]", i)
            .isLessThan(HandFollowing.MISSED);
        RetargetedPose followed = frame.follow(session);
        missed += following.error(frame, followed) < HandFollowing.MISSED ? 0 : 1;
        for (Joint joint : following.hand().robot().movingJoints()) {
          assertThat(List.of(reached, followed))
              .as("joint '%s' in frame %d", joint.name(), i)
              .allSatisfy(
                  pose ->
                      assertThat(pose.positions().get(joint.name()))
                          .isBetween(joint.lower(), joint.upper()));
        }
      }
      // a finger may come to the end of the branch that it is on, and needs time to change over
      assertThat(missed).as("frames of the motion in which a fingertip misses").isLessThan(15);
    }
  }
}
