package org.dextwin.arm.franka.internal.rosbridge;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.jspecify.annotations.Nullable;

/** A WebSocket to a rosbridge server. */
public final class WebSocketLink implements RosLink {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final long SEND_TIMEOUT_MS = 200;

  /** Longest message that is taken in: joint states are a few hundred characters. */
  private static final int LONGEST = 1 << 20;

  private static final String START =
      "start it on the robot's computer: ros2 launch rosbridge_server"
          + " rosbridge_websocket_launch.xml";

  private final URI uri;
  private volatile @Nullable WebSocket socket;

  /**
   * Names a server.
   *
   * @param uri such as {@code ws://192.168.0.10:9090}
   */
  public WebSocketLink(URI uri) {
    this.uri = uri;
  }

  @Override
  public void open(Listener listener) {
    try {
      socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .connectTimeout(CONNECT_TIMEOUT)
              .buildAsync(uri, new Ear(listener))
              .get(2 * CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unavailable(e.getCause());
    } catch (TimeoutException | IllegalArgumentException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  private ComponentUnavailableException unavailable(@Nullable Throwable cause) {
    if (cause instanceof WebSocketHandshakeException refused) {
      int status = refused.getResponse().statusCode();
      return status == 401 || status == 403
          ? new ComponentUnavailableException(
              uri + " refuses the connection (HTTP " + status + ")",
              "you have no permission: allow this machine in the server's or proxy's settings")
          : new ComponentUnavailableException(
              uri + " is no WebSocket (HTTP " + status + ")", "check the port; " + START);
    } else if (cause instanceof ConnectException
        && cause.getCause() instanceof UnresolvedAddressException) {
      return new ComponentUnavailableException(
          "there is no host " + uri.getHost() + ", which " + uri + " names",
          "check the name and the network's name server, or use the address in numbers");
    } else if (cause instanceof ConnectException) {
      return new ComponentUnavailableException("no rosbridge listens on " + uri, START);
    } else if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
      return new ComponentUnavailableException(
          "no answer from " + uri, "check the address and that the robot's computer is on");
    }
    return new ComponentUnavailableException(
        "cannot connect to " + uri + ": " + cause, "check the address; " + START);
  }

  @Override
  public boolean isOpen() {
    WebSocket open = socket;
    return open != null && !open.isOutputClosed() && !open.isInputClosed();
  }

  @Override
  public synchronized void send(String text) throws IOException {
    WebSocket open = socket;
    if (open == null) {
      throw new IOException("the connection to " + uri + " is closed");
    }
    try {
      open.sendText(text, true).get(SEND_TIMEOUT_MS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("sending failed: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IOException("sending took longer than " + SEND_TIMEOUT_MS + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while sending", e);
    }
  }

  @Override
  public String name() {
    return uri.toString();
  }

  @Override
  public void close() {
    WebSocket open = socket;
    socket = null;
    if (open != null) {
      var unused =
          open.sendClose(WebSocket.NORMAL_CLOSURE, "")
              .orTimeout(SEND_TIMEOUT_MS, TimeUnit.MILLISECONDS)
              .whenComplete((done, failure) -> open.abort());
    }
  }

  /** Puts the parts of a message together. */
  private static final class Ear implements WebSocket.Listener {

    private final Listener listener;
    private final StringBuilder text = new StringBuilder();

    Ear(Listener listener) {
      this.listener = listener;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      if (text.length() + part.length() > LONGEST) {
        onError(from, new IOException("a message is longer than " + LONGEST + " characters"));
        from.abort();
        return null;
      }
      text.append(part);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        listener.onText(whole);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      listener.onBroken("the server closed it" + (reason.isEmpty() ? "" : ": " + reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      listener.onBroken(String.valueOf(error.getMessage()));
    }
  }
}
