package org.dextwin.sim.mujoco;

import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.spi.Command;
import org.dextwin.sim.mujoco.internal.install.DebianInstall;
import org.dextwin.sim.mujoco.internal.library.LibrarySearch;
import org.dextwin.sim.mujoco.internal.library.MujocoLibrary;

/**
 * {@code dextwin mujoco install}.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param search where the library will be looked for
 */
record MujocoCommand(LibrarySearch search) implements Command {

  @Override
  public String help() {
    return """
        dextwin mujoco install
          Provides the MuJoCo library of Debian and its relatives, without the rights of root:
          downloads the package with apt-get, unpacks it into ~/.dextwin/mujoco
          (or $DEXTWIN_HOME/mujoco), and checks that it works.
        """;
  }

  @Override
  public void run(List<String> words, Console console) {
    if (!words.equals(List.of("install"))) {
      throw new IllegalArgumentException(
          words.isEmpty()
              ? "what should be done? 'install' is all there is"
              : "unknown word '"
                  + words.get(words.get(0).equals("install") ? 1 : 0)
                  + "'; expected 'install' alone");
    }
    Path library = new DebianInstall(search.installFolder()).install(console);
    MujocoLibrary open = MujocoLibrary.open(library);
    console.result("MuJoCo " + open.version() + " works: " + library + "\n");
  }

  @Override
  public void close() {}
}
