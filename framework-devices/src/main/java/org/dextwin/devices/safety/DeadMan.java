package org.dextwin.devices.safety;

/**
 * A switch that has to be held while a device may move.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
@FunctionalInterface
public interface DeadMan {

  /**
   * Says whether the switch is held.
   *
   * @return true if the device may move
   */
  boolean isHeld();
}
