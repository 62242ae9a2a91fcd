package org.dextwin.task.grasp.internal.object;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.json.JsonFile;
import org.dextwin.task.grasp.internal.object.ObjectConfig.IdentifiedMass;

/** Looks up masses in results of {@code identify-mass}. */
final class MassResult {

  private static final String IDENTIFIED = "identified";

  private MassResult() {}

  /**
   * Reads a mass: that of a take, or the mean of the takes of an object.
   *
   * @param source where to look
   * @return the mass [kg]
   * @throws InvalidInputException if there is none, or its verdict is not accepted
   */
  static double read(IdentifiedMass source) {
    Path file = source.result();
    if (!(JsonFile.readObject(file).get("items") instanceof List<?> items)) {
      throw new InvalidInputException(
          file + ": has no items; expected the result.json of a run of identify-mass");
    }
    TreeSet<String> names = new TreeSet<>();
    TreeSet<String> refused = new TreeSet<>();
    List<Double> masses = new ArrayList<>();
    for (Object each : items) {
      if (each instanceof Map<?, ?> item) {
        names.add(String.valueOf(item.get("object")));
        if (item.containsKey("take")) {
          names.add(String.valueOf(item.get("take")));
        }
        if (source.object().equals(item.get("object"))
            || source.object().equals(item.get("take"))) {
          take(source, item, masses, refused);
        }
      }
    }
    if (!names.contains(source.object())) {
      throw new InvalidInputException(
          file + ": names no object '" + source.object() + "'; it names " + names);
    }
    if (masses.isEmpty()) {
      throw new InvalidInputException(
          file
              + ": the verdict on '"
              + source.object()
              + "' is "
              + String.join(" and ", refused)
              + ", not "
              + IDENTIFIED
              + "; push it again, or set mass.accept-unidentified = true");
    }
    return masses.stream().mapToDouble(mass -> mass).average().orElseThrow();
  }

  private static void take(
      IdentifiedMass source, Map<?, ?> item, List<Double> masses, Set<String> refused) {
    // pushes of known force are fitted without a verdict
    Object verdict = item.containsKey("verdict") ? item.get("verdict") : IDENTIFIED;
    Object mass =
        item.containsKey("identified_mass_kg")
            ? item.get("identified_mass_kg")
            : item.get("mass_kg");
    boolean accepted = IDENTIFIED.equals(verdict) || source.acceptUnidentified();
    if (accepted && mass instanceof Double number && number > 0) {
      masses.add(number);
    } else {
      refused.add(accepted ? "without a mass" : String.valueOf(verdict));
    }
  }
}
