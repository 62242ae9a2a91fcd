package org.dextwin.mechanics.log;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.InvalidInputException;

/** The line in which a joint log says how its joints are numbered. */
final class DeclaredOrder {

  /** What begins such a line. */
  static final String START = "# joint-order:";

  private DeclaredOrder() {}

  static boolean isIn(CsvRecord record) {
    return record.getField(0).startsWith("#");
  }

  /** Reads the name of the order off the first line. */
  static String of(Path file, CsvRecord record) {
    String line = String.join(",", record.getFields()).strip();
    String name = line.startsWith(START) ? line.substring(START.length()).strip() : "";
    if (name.isEmpty()) {
      throw new InvalidInputException(
          file
              + ":"
              + record.getStartingLineNumber()
              + ": found '"
              + line
              + "'; expected '"
              + START
              + " NAME' or the header; correct or remove the line");
    }
    return name;
  }

  /**
   * Finds the order in which the joints of a file are numbered.
   *
   * @param declared what the file says
   * @param configured what the configuration says
   * @throws InvalidInputException if both speak and differ, if neither does and the robot has
   *     several orders, or if the robot has no such order
   */
  static JointOrder resolve(
      Path file, Optional<String> declared, Optional<String> configured, RobotModel robot) {
    Optional<JointOrder> inFile = declared.map(name -> find(file + ":1", name, robot));
    Optional<JointOrder> inConfig =
        configured.map(name -> find(file + ": the configuration", name, robot));
    if (inFile.isPresent()
        && inConfig.isPresent()
        && !inFile.get().joints().equals(inConfig.get().joints())) {
      throw new InvalidInputException(
          file
              + ":1: declares the joint order '"
              + inFile.get().name()
              + "', but the configuration says '"
              + inConfig.get().name()
              + "'; correct the one that is wrong");
    }
    return inFile.or(() -> inConfig).orElseGet(() -> onlyOrder(file, robot));
  }

  private static JointOrder find(String place, String name, RobotModel robot) {
    try {
      return robot.jointOrder(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          place
              + ": names the joint order '"
              + name
              + "'; "
              + e.getMessage()
              + "; is this the log of another robot?",
          e);
    }
  }

  private static JointOrder onlyOrder(Path file, RobotModel robot) {
    Set<List<String>> different = new HashSet<>();
    robot.jointOrders().forEach(order -> different.add(order.joints()));
    if (different.size() > 1) {
      throw new InvalidInputException(
          file
              + ": does not say in which order its joints are numbered, and robot '"
              + robot.name()
              + "' has several: "
              + robot.jointOrders().stream().map(JointOrder::name).toList()
              + "; declare it in a first line such as '"
              + START
              + " motor', or in the configuration of its columns: order = motor");
    }
    return robot.motorOrder();
  }
}
