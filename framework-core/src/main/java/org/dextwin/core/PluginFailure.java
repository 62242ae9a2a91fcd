package org.dextwin.core;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Why a plugin cannot be used.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param jar the jar or zip
 * @param message what is wrong and how to mend it
 * @param cause what was thrown, if anything
 */
public record PluginFailure(Path jar, String message, Optional<Throwable> cause) {}
