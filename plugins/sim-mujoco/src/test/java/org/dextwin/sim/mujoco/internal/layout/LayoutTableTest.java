package org.dextwin.sim.mujoco.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.api.Test;

class LayoutTableTest {

  private static final Path MEASURED_HERE = Path.of("src/layouts");
  private static final Path SHIPPED =
      Path.of("src/main/resources/org/dextwin/sim/mujoco/internal/layout/layouts.tsv");

  /** {@code -Dlayouts.write=true} writes the table anew. */
  @Test
  void shippedTableIsMadeOfTheMeasuredLayouts() throws IOException {
    LayoutTableText measured = new LayoutTableText();
    measured.read(SharedData.require("mujoco-layouts"));
    measured.read(MEASURED_HERE);
    if (Boolean.getBoolean("layouts.write")) {
      Files.writeString(SHIPPED, measured.text());
    }
    assertThat(Files.readString(SHIPPED)).isEqualTo(measured.text());
  }

  @Test
  void everyVersionIsThere() {
    List<EngineVersion> versions = LayoutTable.shipped().versions();
    assertThat(versions).hasSizeGreaterThanOrEqualTo(50).isSorted();
    assertThat(versions).extracting(EngineVersion::toString).contains("2.1.0", "2.2.2", "3.4.0");
    assertThat(versions)
        .extracting(EngineVersion::toString)
        .contains("3.5.0", "3.12.1", "3.14.0")
        .doesNotHaveDuplicates();
  }

  @Test
  void countsGrewToEightBytes() {
    assertThat(layout(340).field("mjModel.nq")).isEqualTo(new Field(0, 4, false));
    assertThat(layout(3005000).field("mjModel.nq")).isEqualTo(new Field(0, 8, false));
  }

  @Test
  void constantsMovedAndFieldsCame() {
    assertThat(layout(222).number("mjOBJ_ACTUATOR")).isEqualTo(18);
    assertThat(layout(300).number("mjOBJ_ACTUATOR")).isEqualTo(19);
    assertThat(layout(222).has("mjSTATE_INTEGRATION")).isFalse();
    assertThat(layout(222).find("mjContact.geom")).isEmpty();
    assertThat(layout(300).find("mjContact.geom")).isPresent();
    assertThat(layout(3012001).find("mjData.qM")).isEmpty();
  }

  @Test
  void pointersKeepTheSizeOfTheirElements() {
    assertThat(layout(222).field("mjData.contact")).isEqualTo(new Field(40752, 528, true));
  }

  private static Layout layout(int version) {
    return LayoutTable.shipped().find(new EngineVersion(version)).orElseThrow();
  }
}
