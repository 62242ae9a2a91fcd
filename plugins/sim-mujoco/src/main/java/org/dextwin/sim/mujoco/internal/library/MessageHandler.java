package org.dextwin.sim.mujoco.internal.library;

import com.sun.jna.Callback;

/** What MuJoCo calls with a message. */
interface MessageHandler extends Callback {

  /**
   * Takes a message; the name of the method is JNA's.
   *
   * @param message what MuJoCo says
   */
  void invoke(String message);
}
