package org.dextwin.experiments.dexndm.internal.identify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dextwin.experiments.dexndm.internal.identify.IdentifiedHand.Identified;
import org.dextwin.experiments.dexndm.internal.identify.Unknown.Kind;

/**
 * Writes what was identified as keys of a task's {@code world} block. Masses that were not
 * identified are left to the model.
 */
final class CalibrationFile {

  private CalibrationFile() {}

  static void write(Path file, IdentifiedHand hand) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Numbers of hand " + hand.model().name() + " that identify-hand found. Use them by");
    lines.add("#   world { include \"" + file.getFileName() + "\" }");
    for (Identified number : hand.numbers()) {
      if (number.kind() == Kind.DELAY || number.kind() == Kind.BACKLASH) {
        lines.add(
            format(
                "# %s of %s, no number of the model: %.5f",
                number.kind().name().toLowerCase(Locale.ROOT), number.subject(), number.value()));
      }
    }
    lines.add("calibration {");
    lines.add("  joints {");
    for (String joint : hand.model().kinematicOrder().joints()) {
      List<String> keys = new ArrayList<>();
      hand.find(Kind.POSITION_GAIN, joint)
          .ifPresent(it -> keys.add(format("position-gain = %.5f", it.factor())));
      hand.find(Kind.VELOCITY_GAIN, joint)
          .ifPresent(it -> keys.add(format("velocity-gain = %.5f", it.factor())));
      hand.find(Kind.FRICTION, joint)
          .ifPresent(it -> keys.add(format("friction-nm = %.6f", it.value())));
      if (!keys.isEmpty()) {
        lines.add("    \"" + joint + "\" { " + String.join(", ", keys) + " }");
      }
    }
    lines.add("  }");
    lines.add("  links {");
    hand.model().links().stream()
        .map(it -> hand.find(Kind.MASS, it.name()))
        .flatMap(Optional::stream)
        .filter(Identified::isIdentified)
        .forEach(it -> lines.add(format("    \"%s\" { mass = %.5f }", it.subject(), it.factor())));
    lines.add("  }");
    lines.add("}");
    try {
      Path unfinished = file.resolveSibling("unfinished.conf");
      Files.write(unfinished, lines);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
