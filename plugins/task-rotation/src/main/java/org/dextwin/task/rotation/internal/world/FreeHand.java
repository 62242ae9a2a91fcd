package org.dextwin.task.rotation.internal.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.SceneBody;

/** Nothing at all. */
public final class FreeHand implements Load {

  @Override
  public List<SceneBody> bodies() {
    return List.of();
  }

  @Override
  public Map<String, Pose> start(SplittableRandom random) {
    return Map.of();
  }

  @Override
  public void advance(HandWorld world, float[] targets) {
    world.advance(targets, Optional.empty());
  }

  @Override
  public int settling() {
    return 0;
  }
}
