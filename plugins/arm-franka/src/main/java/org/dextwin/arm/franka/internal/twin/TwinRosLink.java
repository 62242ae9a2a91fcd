package org.dextwin.arm.franka.internal.twin;

import java.io.IOException;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.arm.franka.internal.rosbridge.RosLink;
import org.jspecify.annotations.Nullable;

/** A way to a twin in this process. */
public final class TwinRosLink implements RosLink {

  private final RosbridgeTwin twin;
  private volatile RosbridgeTwin.@Nullable Client client;
  private volatile @Nullable Listener ear;
  private volatile boolean unplugged;

  /** Makes a way to a twin. */
  public TwinRosLink(RosbridgeTwin twin) {
    this.twin = twin;
  }

  @Override
  public void open(Listener listener) {
    if (unplugged) {
      throw new ComponentUnavailableException("the twin is unplugged", "plug it in");
    }
    ear = listener;
    client =
        twin.accept(
            text -> {
              if (!unplugged) {
                listener.onText(text);
              }
            });
  }

  @Override
  public boolean isOpen() {
    return client != null && !unplugged;
  }

  @Override
  public void send(String text) throws IOException {
    RosbridgeTwin.Client open = client;
    if (open == null || unplugged) {
      throw new IOException(unplugged ? "the twin was unplugged" : "the connection is closed");
    }
    open.receive(text);
  }

  /** Pulls the cable, or plugs it in again. */
  public void unplug(boolean pulled) {
    unplugged = pulled;
    Listener listener = ear;
    if (pulled && listener != null) {
      listener.onBroken("the twin was unplugged");
    }
  }

  @Override
  public String name() {
    return "twin";
  }

  @Override
  public void close() {
    RosbridgeTwin.Client open = client;
    client = null;
    if (open != null) {
      open.leave();
    }
  }
}
