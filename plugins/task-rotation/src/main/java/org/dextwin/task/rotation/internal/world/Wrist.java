package org.dextwin.task.rotation.internal.world;

import org.dextwin.api.math.Vec3;

/** Ways to hold a wrist: what of the hand points up, and what along the world's x axis. */
public enum Wrist {
  /** The palm faces up. */
  PALM_UP,
  /** The palm faces down. */
  PALM_DOWN,
  /** The side of the thumb is up. */
  THUMB_UP,
  /** The side of the thumb is down. */
  THUMB_DOWN,
  /** The base of the hand is up: the fingers hang. */
  BASE_UP,
  /** The base of the hand is down: the fingers point up. */
  BASE_DOWN;

  /** What points up, in the hand. */
  Vec3 up(HandFrame frame) {
    return switch (this) {
      case PALM_UP -> frame.normal();
      case PALM_DOWN -> frame.normal().negated();
      case THUMB_UP -> frame.thumb();
      case THUMB_DOWN -> frame.thumb().negated();
      case BASE_UP -> frame.forward().negated();
      case BASE_DOWN -> frame.forward();
    };
  }

  /** What points along the world's x axis, in the hand. */
  Vec3 ahead(HandFrame frame) {
    return switch (this) {
      case PALM_UP, PALM_DOWN, THUMB_UP, THUMB_DOWN -> frame.forward();
      case BASE_UP, BASE_DOWN -> frame.normal();
    };
  }
}
