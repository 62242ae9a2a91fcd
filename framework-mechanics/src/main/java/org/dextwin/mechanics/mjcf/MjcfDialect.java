package org.dextwin.mechanics.mjcf;

/** Generations of MJCF that differ in what their parser accepts. */
public enum MjcfDialect {
  /** MuJoCo 2.2 and 2.3: buffers are sized by {@code <size njmax nconmax>}. */
  V2,
  /** MuJoCo 3: buffers share an arena, {@code <size memory>}. */
  V3
}
