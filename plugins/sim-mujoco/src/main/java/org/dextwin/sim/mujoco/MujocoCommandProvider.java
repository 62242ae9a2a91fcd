package org.dextwin.sim.mujoco;

import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.sim.mujoco.internal.library.LibrarySearch;

/** Provides the command {@code mujoco}. */
public final class MujocoCommandProvider implements ComponentProvider<Command, NoKeys> {

  /** For the service loader. */
  public MujocoCommandProvider() {}

  @Override
  public Class<Command> type() {
    return Command.class;
  }

  @Override
  public String name() {
    return "mujoco";
  }

  @Override
  public NoKeys configure(Settings settings) {
    return settings.as(NoKeys.class);
  }

  @Override
  public Command create(NoKeys config, ComponentContext context) {
    return new MujocoCommand(LibrarySearch.ofThisProcess());
  }
}
