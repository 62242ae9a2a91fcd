package org.dextwin.export.lerobot.internal.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a finished dataset holds.
 *
 * @param rateHz rows per second
 * @param features all features
 * @param episodes how many episodes
 * @param rows how many rows
 * @param tasks the tasks, by number
 */
record Totals(int rateHz, List<Feature> features, int episodes, long rows, List<String> tasks) {

  /** Files in a folder, in every version. */
  static final int CHUNK = 1000;

  /** What {@code info.json} says in every version. */
  Map<String, Object> info(String version) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("codebase_version", version);
    info.put("robot_type", null);
    info.put("total_episodes", episodes);
    info.put("total_frames", rows);
    info.put("total_tasks", tasks.size());
    info.put("chunks_size", CHUNK);
    info.put("fps", rateHz);
    info.put("splits", Map.of("train", "0:" + episodes));
    return info;
  }
}
