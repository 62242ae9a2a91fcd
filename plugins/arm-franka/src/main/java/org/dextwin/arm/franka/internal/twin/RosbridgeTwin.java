package org.dextwin.arm.franka.internal.twin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.dextwin.arm.franka.internal.driver.RosbridgeConfig;
import org.dextwin.arm.franka.internal.rosbridge.Json;
import org.dextwin.devices.time.Clock;

/**
 * A twin of the robot's computer: a rosbridge server without the network, and behind it a joint
 * trajectory controller with an arm that follows its splines. It publishes the joints' state at 100
 * Hz to clients that subscribed.
 *
 * <p>As the controller of ros2_control does, it goes from where it is to a point along a cubic
 * spline if the point has velocities, else along a line; a new trajectory takes the place of the
 * last; one with other joints or without points is refused.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class RosbridgeTwin implements AutoCloseable {

  private static final long PERIOD_NANOS = 10_000_000L;
  private static final double NANOS = 1e-9;
  private static final long SECOND = 1_000_000_000L;

  private final List<String> names;
  private final RosbridgeConfig config;
  private final Clock clock;
  private final Clock.Alarm publisher;
  private final List<Client> clients = new ArrayList<>();

  private final double[] start;
  private final double[] startVelocity;
  private double[] goal;
  private double[] goalVelocity = {};
  private long startTime;
  private long duration = 1;
  private boolean locked;
  private boolean silent;

  /** A client of the server. */
  public final class Client {

    private final Consumer<String> out;
    private final Set<String> topics = new HashSet<>();

    Client(Consumer<String> out) {
      this.out = out;
    }

    /** Takes a text of the client. */
    public void receive(String text) {
      handle(this, text);
    }

    /** Forgets the client. */
    public void leave() {
      synchronized (RosbridgeTwin.this) {
        clients.remove(this);
      }
    }
  }

  /**
   * Makes an arm at rest.
   *
   * @param names names of its joints in ROS
   * @param position where it is [rad]
   * @param config names of controller and topics
   * @param clock the clock it goes by
   */
  public RosbridgeTwin(List<String> names, double[] position, RosbridgeConfig config, Clock clock) {
    this.names = List.copyOf(names);
    this.start = position.clone();
    this.startVelocity = new double[position.length];
    this.goal = position.clone();
    this.config = config;
    this.clock = clock;
    this.startTime = clock.nanos();
    this.publisher = clock.every(PERIOD_NANOS, this::publish);
  }

  /** Lets a client in. */
  public synchronized Client accept(Consumer<String> out) {
    Client client = new Client(out);
    clients.add(client);
    return client;
  }

  private void publish() {
    List<Client> hearers = new ArrayList<>();
    String text;
    synchronized (this) {
      if (silent) {
        return;
      }
      for (Client client : clients) {
        if (client.topics.contains(config.jointStates())) {
          hearers.add(client);
        }
      }
      text = hearers.isEmpty() ? "" : jointState();
    }
    hearers.forEach(client -> client.out.accept(text));
  }

  private String jointState() {
    long epoch = clock.epochNanos();
    return Json.text(
        Map.of(
            "op",
            "publish",
            "topic",
            config.jointStates(),
            "msg",
            Map.of(
                "header",
                Map.of(
                    "stamp",
                    Map.of("sec", epoch / SECOND, "nanosec", epoch % SECOND),
                    "frame_id",
                    ""),
                "name",
                names,
                "position",
                boxed(position()),
                "velocity",
                boxed(velocity()),
                "effort",
                boxed(new double[names.size()]))));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private void handle(Client client, String text) {
    String complaint;
    try {
      complaint = handled(client, Json.read(text));
    } catch (IOException e) {
      complaint = "no JSON: " + e.getMessage();
    }
    if (!complaint.isEmpty()) {
      client.out.accept(Json.text(Map.of("op", "status", "level", "error", "msg", complaint)));
    }
  }

  /** Does what a message says; returns what is wrong with it, or nothing. */
  private synchronized String handled(Client client, Map<String, Object> message) {
    String topic = Json.word(message, "topic");
    switch (Json.word(message, "op")) {
      case "subscribe" -> client.topics.add(topic);
      case "unsubscribe" -> client.topics.remove(topic);
      case "advertise", "unadvertise" -> {}
      case "publish" -> {
        return topic.equals(config.trajectoryTopic())
            ? follow(Json.map(message, "msg"))
            : "nobody listens to " + topic;
      }
      default -> {
        return "unknown op: " + Json.word(message, "op");
      }
    }
    return "";
  }

  private String follow(Map<?, ?> trajectory) {
    List<?> joints = Json.list(trajectory, "joint_names");
    if (!new HashSet<Object>(joints).equals(new HashSet<Object>(names))) {
      return "the trajectory is of joints " + joints + ", not " + names;
    }
    List<?> points = Json.list(trajectory, "points");
    if (points.isEmpty() || !(points.get(points.size() - 1) instanceof Map<?, ?> point)) {
      return "empty trajectory";
    }
    double[] position = new double[names.size()];
    List<?> velocities = Json.list(point, "velocities");
    double[] velocity = new double[velocities.isEmpty() ? 0 : names.size()];
    for (int i = 0; i < position.length; i++) {
      int at = joints.indexOf(names.get(i));
      position[i] = Json.number(Json.list(point, "positions"), at);
      if (velocity.length > 0) {
        velocity[i] = Json.number(velocities, at);
      }
      if (!Double.isFinite(position[i]) || (velocity.length > 0 && !Double.isFinite(velocity[i]))) {
        return "a point lacks numbers";
      }
    }
    Map<?, ?> time = Json.map(point, "time_from_start");
    long nanos = Math.round(Json.number(time, "sec") * SECOND + Json.number(time, "nanosec"));
    if (nanos <= 0) {
      return "time_from_start is " + nanos + " ns";
    }
    begin(position, velocity, nanos);
    return "";
  }

  private void begin(double[] position, double[] velocity, long nanos) {
    if (locked) {
      return;
    }
    double[] q = position();
    double[] v = velocity();
    System.arraycopy(q, 0, start, 0, q.length);
    System.arraycopy(v, 0, startVelocity, 0, v.length);
    goal = position;
    goalVelocity = velocity;
    duration = nanos;
    startTime = clock.nanos();
  }

  /** Returns the share of the segment that is over, from 0 to 1. */
  private double share() {
    return Math.min(1, (double) (clock.nanos() - startTime) / duration);
  }

  /** Returns where the joints are [rad]. */
  public synchronized double[] position() {
    double s = share();
    double seconds = duration * NANOS;
    double[] q = new double[goal.length];
    for (int i = 0; i < q.length; i++) {
      double way = goal[i] - start[i];
      if (goalVelocity.length == 0) {
        q[i] = start[i] + s * way;
      } else { // cubic Hermite spline
        double v0 = startVelocity[i] * seconds;
        double v1 = goalVelocity[i] * seconds;
        q[i] =
            start[i] + s * v0 + s * s * (3 * way - 2 * v0 - v1) + s * s * s * (v0 + v1 - 2 * way);
      }
    }
    return q;
  }

  /** Returns how fast the joints move [rad/s]. */
  public synchronized double[] velocity() {
    double s = share();
    double seconds = duration * NANOS;
    double[] v = new double[goal.length];
    for (int i = 0; i < v.length && s < 1; i++) {
      double way = goal[i] - start[i];
      if (goalVelocity.length == 0) {
        v[i] = way / seconds;
      } else {
        double v0 = startVelocity[i] * seconds;
        double v1 = goalVelocity[i] * seconds;
        v[i] = (v0 + 2 * s * (3 * way - 2 * v0 - v1) + 3 * s * s * (v0 + v1 - 2 * way)) / seconds;
      }
    }
    return v;
  }

  /** Returns the goal that it was given last [rad]. */
  public synchronized double[] goal() {
    return goal.clone();
  }

  /** Says whether it was given a goal to rest at, and rests there. */
  public synchronized boolean isAtRest() {
    return share() >= 1;
  }

  /** Presses the stop button, or releases it: the arm stands, and still reports. */
  public synchronized void lock(boolean pressed) {
    goal = position();
    goalVelocity = new double[0];
    System.arraycopy(goal, 0, start, 0, goal.length);
    locked = pressed;
  }

  /** Makes the joints' state stay away, as when ros2_control has died. */
  public synchronized void silence(boolean quiet) {
    silent = quiet;
  }

  @Override
  public void close() {
    publisher.close();
  }
}
