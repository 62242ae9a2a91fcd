package org.dextwin.export.lerobot.internal.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.Reading;
import org.dextwin.devices.record.Source;
import org.dextwin.export.lerobot.internal.take.Take;

/**
 * Chooses the features of a dataset. All measured joints together are {@code observation.state},
 * {@code .velocity} and {@code .effort}; commands are {@code action}; what is not meant for a
 * policy, such as the commands as the safety envelope cut them, is {@code complementary_info}.
 */
final class Signals {

  /** What DexTwin calls the commands that somebody gave. */
  private static final String COMMAND = "command";

  private final Take take;
  private final List<String> action;
  private final List<Source> sources;
  private final List<Signal> signals = new ArrayList<>();

  private Signals(Take take, List<String> action) {
    this.take = take;
    this.action = action;
    this.sources = take.episode().header().sources();
  }

  /**
   * Chooses features.
   *
   * @param take an episode
   * @param action names of the sources that are the action; empty for the usual ones
   * @throws InvalidInputException if the action cannot be told, or an image cannot be read
   */
  static List<Signal> of(Take take, List<String> action) {
    return new Signals(take, action).choose();
  }

  private List<Signal> choose() {
    List<Integer> joints = take.episode().sourcesOf(Source.Kind.JOINTS);
    if (!joints.isEmpty()) {
      add("observation.state", joints, Signal.Quantity.POSITION);
      add("observation.velocity", joints, Signal.Quantity.VELOCITY);
      add("observation.effort", joints, Signal.Quantity.EFFORT);
    }
    for (int pose : take.episode().sourcesOf(Source.Kind.POSE)) {
      signals.add(
          new Signal(
              Feature.vector("observation.pose." + sources.get(pose).name(), Signal.POSE),
              List.of(pose),
              Signal.Quantity.POSE));
    }
    take.episode().sourcesOf(Source.Kind.IMAGE).forEach(this::addImage);
    List<Integer> commands = take.episode().sourcesOf(Source.Kind.COMMAND);
    List<Integer> actions = actions(commands);
    if (!actions.isEmpty()) {
      add("action", actions, Signal.Quantity.POSITION);
    }
    for (int command : commands) {
      if (!actions.contains(command)) {
        add(
            "complementary_info." + sources.get(command).name(),
            List.of(command),
            Signal.Quantity.POSITION);
      }
    }
    return signals;
  }

  private void add(String key, List<Integer> from, Signal.Quantity quantity) {
    List<String> names = new ArrayList<>();
    for (int source : from) {
      String prefix = from.size() == 1 ? "" : sources.get(source).name() + ".";
      joints(source).forEach(joint -> names.add(prefix + joint));
    }
    signals.add(new Signal(Feature.vector(key, names), from, quantity));
  }

  private List<String> joints(int source) {
    return sources.get(source).order().map(JointOrder::joints).orElseThrow();
  }

  private void addImage(int source) {
    String name = sources.get(source).name();
    try {
      Picture.Size size =
          Picture.sizeOf(
              ((Reading.Image) take.alignment().rows().get(0).frames().get(source).reading())
                  .encoded());
      signals.add(
          new Signal(
              Feature.image("observation.images." + name, size.height(), size.width()),
              List.of(source),
              Signal.Quantity.IMAGE));
    } catch (IOException e) {
      throw unreadable(take, name, e);
    }
  }

  static InvalidInputException unreadable(Take take, String source, IOException e) {
    return new InvalidInputException(
        take.log()
            + ": an image of '"
            + source
            + "' cannot be read: "
            + IoReason.of(e)
            + "; LeRobot takes JPEG and PNG, --format csv any file",
        e);
  }

  private List<Integer> actions(List<Integer> commands) {
    if (!action.isEmpty()) {
      return action.stream().map(name -> command(name, commands)).toList();
    }
    for (int command : commands) {
      if (sources.get(command).name().equals(COMMAND)) {
        return List.of(command);
      }
    }
    Set<String> seen = new HashSet<>();
    for (int command : commands) {
      for (String joint : joints(command)) {
        if (!seen.add(joint)) {
          throw new InvalidInputException(
              take.log()
                  + ": several sources command joint '"
                  + joint
                  + "'; say with --action which is the policy's: "
                  + names(commands));
        }
      }
    }
    return commands;
  }

  private int command(String name, List<Integer> commands) {
    return commands.stream()
        .filter(command -> sources.get(command).name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    take.log()
                        + ": has no commands called '"
                        + name
                        + "'; it has "
                        + names(commands)));
  }

  private String names(List<Integer> commands) {
    Episode.Header header = take.episode().header();
    return commands.stream().map(it -> header.sources().get(it).name()).toList().toString();
  }
}
