package org.dextwin.sim.mujoco;

/** The configuration of what takes none. */
record NoKeys() {}
