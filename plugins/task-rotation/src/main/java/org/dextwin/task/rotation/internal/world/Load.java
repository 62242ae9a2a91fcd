package org.dextwin.task.rotation.internal.world;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.SceneBody;

/**
 * What a hand moves against.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface Load {

  /**
   * Returns what is round the hand.
   *
   * @return bodies of the scene
   */
  List<SceneBody> bodies();

  /**
   * Draws where free bodies start.
   *
   * @param random where to draw from
   * @return poses by name
   */
  Map<String, Pose> start(SplittableRandom random);

  /**
   * Advances the hand by one step of the controller.
   *
   * @param world the world
   * @param targets joint targets [rad]
   */
  void advance(HandWorld world, float[] targets);

  /**
   * Returns how many steps of the controller it takes until free bodies have come to rest.
   *
   * @return number of steps before an episode begins
   */
  int settling();
}
