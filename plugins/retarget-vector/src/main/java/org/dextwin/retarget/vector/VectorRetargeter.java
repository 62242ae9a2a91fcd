package org.dextwin.retarget.vector;

import org.dextwin.api.learning.ArmRetargeter;
import org.dextwin.api.learning.RetargetingSession;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.HandModel;

/**
 * Fits fingertips by damped least squares.
 *
 * <p><i>Thread safety</i>: thread-safe. <i>References</i>: Handa et al. 2020, "DexPilot" (vectors
 * between fingertips); Qin et al. 2023, "AnyTeleop" (smoothness, any hand); Lum et al. 2025,
 * "Human2Sim2Robot" (palm first, then fingers).
 */
final class VectorRetargeter implements ArmRetargeter {

  private final VectorConfig config;

  VectorRetargeter(VectorConfig config) {
    this.config = config;
  }

  @Override
  public RetargetingSession open(HandModel hand) {
    HandLikeness likeness = HandLikeness.of(hand, config);
    Follower follower =
        switch (config.steps()) {
          case TWO -> new LaidHand(likeness, config.weights());
          case ONE -> new WholeBody(Carrier.floating(hand), likeness, config.weights());
        };
    return new VectorSession(likeness, follower, config);
  }

  @Override
  public RetargetingSession open(ArmModel arm, Pose baseInWorld) {
    HandModel hand =
        arm.hand()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "arm '" + arm.robot().name() + "' carries no hand to retarget to"));
    HandLikeness likeness = HandLikeness.of(hand, config);
    Carrier carrier = Carrier.of(arm, hand, baseInWorld);
    Follower follower =
        switch (config.steps()) {
          case TWO -> new ArmThenFingers(carrier, likeness, config.weights());
          case ONE -> new WholeBody(carrier, likeness, config.weights());
        };
    return new VectorSession(likeness, follower, config);
  }

  @Override
  public void close() {}
}
