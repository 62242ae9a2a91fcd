package org.dextwin.experiments.drex.internal.pushlog;

import java.nio.file.Path;

/**
 * The files of one push.
 *
 * @param name name of its folder
 * @param object name of the object
 * @param number number among the takes of the object
 * @param folder its folder
 */
record Take(String name, String object, long number, Path folder) {

  Path joints() {
    return folder.resolve("joints.csv");
  }

  Path poses() {
    return folder.resolve("poses");
  }
}
