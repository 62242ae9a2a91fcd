package org.dextwin.core.internal.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be read.
 *
 * @param file the configuration file; an empty path if there is none
 * @param sets texts after {@code --set}, the last one strongest
 * @param extra further values as HOCON, weaker than those; empty if none
 * @param workingFolder where relative paths on the command line start
 * @param environment variables for substitutions that find no key
 */
public record Request(
    Path file,
    List<String> sets,
    String extra,
    Path workingFolder,
    Map<String, String> environment) {}
