package org.dextwin.api.robot;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;

/**
 * Hardware, or its twin. Nothing is touched before {@link #connect}.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}, which any thread may call.
 */
@Experimental
public interface Device extends Component {

  /**
   * Opens the connection.
   *
   * @throws org.dextwin.api.spi.ComponentUnavailableException if the device cannot be reached
   */
  void connect();

  /**
   * Says whether the connection is open.
   *
   * @return true between {@link #connect} and {@link #close} or a fault
   */
  boolean isConnected();

  /** Takes the torque off; works from any thread, at any time, and never throws. */
  void stop();
}
