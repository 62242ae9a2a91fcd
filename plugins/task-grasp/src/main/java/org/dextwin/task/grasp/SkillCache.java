package org.dextwin.task.grasp;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dextwin.task.grasp.internal.control.GripStatics;
import org.dextwin.task.grasp.internal.plan.HandSkill;
import org.dextwin.task.grasp.internal.world.GraspWorld;

/**
 * Keeps what hands are good at, which takes half a minute to find out and is the same for all tasks
 * of an experiment. The search is deterministic, so that a kept skill is the one that would be
 * found.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class SkillCache {

  private static final int MOST = 4;

  private static final Map<Key, HandSkill> KEPT =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, HandSkill> eldest) {
          return size() > MOST;
        }
      };

  /** The engine counts as itself: two of the same options are two. */
  private record Key(GraspWorld.Setting setting, double safetyFactor) {}

  private SkillCache() {}

  static HandSkill get(
      GraspWorld.Setting setting,
      double safetyFactor,
      GripStatics.Source statics,
      Optional<Path> findings) {
    synchronized (KEPT) {
      Key key = new Key(setting, safetyFactor);
      HandSkill kept = KEPT.get(key);
      if (kept == null) {
        kept = new HandSkill(setting, statics, findings);
        KEPT.put(key, kept);
      }
      return kept;
    }
  }
}
