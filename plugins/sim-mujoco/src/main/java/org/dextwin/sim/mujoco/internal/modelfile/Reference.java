package org.dextwin.sim.mujoco.internal.modelfile;

/**
 * A file that a model names.
 *
 * @param element the element that names it
 * @param name what it says
 * @param place file and line
 */
record Reference(String element, String name, String place) {}
