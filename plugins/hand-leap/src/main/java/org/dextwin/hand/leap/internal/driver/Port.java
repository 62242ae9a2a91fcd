package org.dextwin.hand.leap.internal.driver;

import org.dextwin.devices.link.ByteLink;

/** A port that can be used at any bit rate. */
@FunctionalInterface
public interface Port {

  /** Returns a stream over this port, still closed. */
  ByteLink at(int baud);
}
