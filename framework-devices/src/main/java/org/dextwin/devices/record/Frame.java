package org.dextwin.devices.record;

/**
 * One reading of one source.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param source index of the source in the episode
 * @param sourceNanos when it was taken, by the source's clock [ns]
 * @param hostNanos when it arrived, by the recorder's clock [ns since the epoch]
 * @param reading what was read
 */
public record Frame(int source, long sourceNanos, long hostNanos, Reading reading) {}
