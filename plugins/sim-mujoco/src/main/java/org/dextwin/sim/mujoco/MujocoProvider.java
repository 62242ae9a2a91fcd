package org.dextwin.sim.mujoco;

import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.sim.mujoco.internal.library.LibrarySearch;
import org.dextwin.sim.mujoco.internal.library.MujocoLibrary;

/** Provides the simulator {@code mujoco}. */
public final class MujocoProvider implements ComponentProvider<Simulator, MujocoConfig> {

  /** For the service loader. */
  public MujocoProvider() {}

  @Override
  public Class<Simulator> type() {
    return Simulator.class;
  }

  @Override
  public String name() {
    return "mujoco";
  }

  @Override
  public MujocoConfig configure(Settings settings) {
    return settings.as(MujocoConfig.class);
  }

  @Override
  public Simulator create(MujocoConfig config, ComponentContext context) {
    LibrarySearch search = LibrarySearch.ofThisProcess();
    return new MujocoSimulator(MujocoLibrary.open(search.find(config.library())), config);
  }
}
