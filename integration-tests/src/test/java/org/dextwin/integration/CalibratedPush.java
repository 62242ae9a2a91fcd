package org.dextwin.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small configuration of the calibrated-force method, of engines that tests exchange. */
final class CalibratedPush {

  /** A box and a letter that differ in mass. */
  static final List<String> TWO_OBJECTS = List.of(object("box", 0.2), object("letter", 0.5));

  private CalibratedPush() {}

  static String object(String shape, double massKg) {
    Path mesh = Dextwin.EXAMPLES.resolve("shapes").resolve(shape + ".stl");
    return "{ name = " + shape + ", mesh = \"" + mesh + "\", mass-kg = " + massKg + " }";
  }

  /**
   * Writes a configuration of two engines, {@code engines.a} with explicit Euler and {@code
   * engines.b} with RK4.
   *
   * @param file where to write it
   * @param objects what is pushed
   * @param more further blocks
   */
  static Path write(Path file, List<String> objects, String more) throws IOException {
    return Files.writeString(
        file,
        """
        engines {
          a { type = semi-implicit, time-step-s = 0.001
            semi-implicit { integrator { type = explicit-euler } } }
          b { type = semi-implicit, time-step-s = 0.001
            semi-implicit { integrator { type = rk4 } } }
        }
        experiment { type = identify-mass, seed = 3
          identify-mass { calibrated-force {
            world = engines.b, engines = [engines.a, engines.b]
            push { peak-n = 3.0, duration-s = 0.3, offset-m = [0.001, 0, 0], watch-s = 0.6 }
            tracker { rate-hz = 15, position-noise-m = 0.0003, rotation-noise-rad = 0.0087 }
            objects = [ %s ]
          } } }
        %s
        """
            .formatted(String.join(", ", objects), more));
  }
}
