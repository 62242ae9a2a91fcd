package org.dextwin.sim.mujoco;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.sim.mujoco.internal.library.LibrarySearch;
import org.dextwin.sim.mujoco.internal.library.MujocoLibrary;
import org.dextwin.sim.mujoco.internal.library.NativeThread;

/**
 * Says which MuJoCo library is used, or how to get one.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param search where to look
 */
record MujocoDiagnostics(LibrarySearch search) implements Diagnostics {

  private static final String SUBJECT = "libmujoco";

  @Override
  public List<Finding> examine() {
    try {
      MujocoLibrary library = MujocoLibrary.open(search.find(Optional.empty()));
      String found = "version " + library.version() + ", " + library.path();
      int lost = NativeThread.lost();
      return lost == 0
          ? List.of(new Finding(SUBJECT, Health.OK, found, ""))
          : List.of(
              new Finding(
                  SUBJECT,
                  Health.WARNING,
                  found + "; " + lost + " simulations ended with errors and stay in memory",
                  "start the program anew to have their memory back"));
    } catch (ComponentUnavailableException e) {
      return List.of(
          new Finding(SUBJECT, Health.MISSING, String.valueOf(e.getMessage()), e.remedy()));
    }
  }

  @Override
  public void close() {}
}
