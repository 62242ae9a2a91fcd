package org.dextwin.devices.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A file that somebody keeps touching; a file that cannot be read is a switch let go. */
record FileDeadMan(Path file, double timeoutS, Clock clock) implements DeadMan {

  @Override
  public boolean isHeld() {
    try {
      long age = clock.millis() - Files.getLastModifiedTime(file).toMillis();
      return age <= timeoutS * 1000;
    } catch (IOException e) {
      return false;
    }
  }
}
