package org.dextwin.task.grasp.internal.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.testkit.MapSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of a mesh or of parts, and masses that were identified. */
class ObjectReaderTest {

  /** A tetrahedron whose corner at the origin stands on the table with the others above. */
  private static final String TETRAHEDRON =
      """
      v 0 0 0
      v 0.06 0 0
      v 0 0.06 0
      v 0 0 0.06
      f 1 3 2
      f 1 2 4
      f 1 4 3
      f 2 3 4
      """;

  private static final String RESULT =
      """
      {"items": [
        {"object": "box", "take": "box-1", "verdict": "identified", "mass_kg": 0.10},
        {"object": "box", "take": "box-2", "verdict": "identified", "mass_kg": 0.14},
        {"object": "box", "take": "box-3", "verdict": "unidentified", "mass_kg": 0.90},
        {"object": "can", "take": "can-1", "verdict": "unidentified", "mass_kg": 0.30}
      ]}
      """;

  @TempDir private Path folder;
  private Path result = Path.of("");

  @BeforeEach
  void write() throws IOException {
    result = Files.writeString(folder.resolve("result.json"), RESULT);
  }

  private static GraspObject read(Map<String, Object> keys) {
    return ObjectReader.read(MapSettings.of(keys).as(ObjectConfig.class));
  }

  private GraspObject identified(String object, Map<String, Object> more) {
    Map<String, Object> mass = new HashMap<>(more);
    mass.put("result", result);
    mass.put("object", object);
    Map<String, Object> part = Map.of("kind", "box", "size-m", List.of(0.04, 0.06, 0.1));
    return read(Map.of("name", object, "shapes", List.of(part), "mass", mass));
  }

  @Test
  void meshHasItsCenterOfMassAndSurface() throws IOException {
    Path mesh = Files.writeString(folder.resolve("tetrahedron.obj"), TETRAHEDRON);
    GraspObject object = read(Map.of("mesh", mesh, "mass-kg", 0.2));
    assertThat(object.center().x()).isEqualTo(0.015, within(1e-9));
    assertThat(object.unitMass().withMass(0.2).mass()).isEqualTo(0.2, within(1e-12));
    float[] points = new float[3 * 50];
    object.samplePoints(50, new SplittableRandom(1), points);
    for (int i = 0; i < 50; i++) {
      double x = points[3 * i];
      double y = points[3 * i + 1];
      double z = points[3 * i + 2];
      double nearest =
          Math.min(
              Math.min(Math.abs(x), Math.abs(y)),
              Math.min(Math.abs(z), Math.abs(0.06 - x - y - z)));
      assertThat(nearest).as("distance of (%f, %f, %f) from a face", x, y, z).isLessThan(1e-6);
    }
  }

  @Test
  void takesOfAnObjectAreAveragedWithoutThoseOfAnotherVerdict() {
    assertThat(identified("box", Map.of()).masses().least()).isEqualTo(0.12, within(1e-12));
    assertThat(identified("box-2", Map.of()).masses().least()).isEqualTo(0.14, within(1e-12));
  }

  @Test
  void anotherVerdictIsRefusedUnlessItIsAccepted() {
    assertThatThrownBy(() -> identified("can", Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("unidentified")
        .hasMessageContaining("accept-unidentified = true");
    assertThat(identified("can", Map.of("accept-unidentified", true)).masses().least())
        .isEqualTo(0.3, within(1e-12));
  }

  @Test
  void unknownObjectIsAnsweredByThoseThatAreThere() {
    assertThatThrownBy(() -> identified("cup", Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("names no object 'cup'")
        .hasMessageContaining("can-1");
  }

  @Test
  void objectNeedsOneShapeAndOneMass() {
    assertThatThrownBy(() -> read(Map.of("mass-kg", 0.1)))
        .hasMessageContaining("needs a mesh or shapes");
    Map<String, Object> part = Map.of("kind", "box", "size-m", List.of(0.04, 0.06, 0.1));
    assertThatThrownBy(() -> read(Map.of("shapes", List.of(part))))
        .hasMessageContaining("needs one of mass-kg");
  }
}
