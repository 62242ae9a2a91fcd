package org.dextwin.sim.mujoco.internal.layout;

/**
 * A place in a struct.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param offset bytes from the start of the struct
 * @param size bytes of an inline field, or of one element behind a pointer
 * @param pointer whether the field is a pointer to an array
 */
public record Field(int offset, int size, boolean pointer) {}
