package org.dextwin.core.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshCompareTest {

  private static final String SQUARE = "v 0 0 %1$s\nv 1 0 %1$s\nv 1 1 %1$s\nv 0 1 %1$s\n";

  @TempDir private Path temp;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void writeMeshes() throws IOException {
    Files.writeString(temp.resolve("low.obj"), SQUARE.formatted("0") + "f 1 2 3\nf 1 3 4\n");
    Files.writeString(temp.resolve("high.obj"), SQUARE.formatted("0.002") + "f 1 2 3\nf 1 3 4\n");
    Files.writeString(temp.resolve("other.obj"), SQUARE.formatted("0") + "f 2 3 4\nf 2 4 1\n");
    MeshWriter.write(temp.resolve("ball.stl"), MeshShapes.ball(0.1, 20));
  }

  private int compare(String... words) {
    out = new StringWriter();
    err = new StringWriter();
    String[] all = new String[words.length + 2];
    all[0] = "mesh";
    all[1] = "compare";
    System.arraycopy(words, 0, all, 2, words.length);
    Environment environment =
        new Environment(new PrintWriter(out), new PrintWriter(err), false, 80, temp);
    return CommandTree.execute(environment, all);
  }

  private JsonNode json(String... words) throws IOException {
    assertThat(compare(words)).as(err.toString()).isZero();
    return JsonMapper.builder().build().readTree(out.toString());
  }

  @Test
  void theSameSurfaceOfOtherTrianglesIsNothingApart() throws IOException {
    JsonNode same = json("low.obj", "other.obj", "--json", "--tolerance", "1e-9");
    assertThat(same.at("/chamfer_m").asDouble()).isLessThan(1e-15);
    assertThat(same.at("/mse_m2").asDouble()).isLessThan(1e-30);
    assertThat(same.at("/f_score").asDouble()).isEqualTo(1);
    assertThat(same.at("/a/vertices").asInt()).isEqualTo(4);
    assertThat(same.has("legacy")).isFalse();
  }

  @Test
  void aSurfaceThatIsShiftedByMoreThanTheToleranceScoresNothing() throws IOException {
    JsonNode apart = json("low.obj", "high.obj", "--json", "--legacy", "--samples", "1000");
    assertThat(apart.at("/samples").asInt()).isEqualTo(1000);
    assertThat(apart.at("/chamfer_m").asDouble()).isCloseTo(0.002, within(1e-12));
    assertThat(apart.at("/mse_m2").asDouble()).isCloseTo(4e-6, within(1e-12));
    assertThat(apart.at("/tolerance_m").asDouble()).isEqualTo(0.001);
    assertThat(apart.at("/f_score").asDouble()).isZero();
    assertThat(apart.at("/legacy/method").asText()).isEqualTo("robostudio-vertex-index");
    assertThat(apart.at("/legacy/mse_m2").asDouble()).isCloseTo(4e-6 / 3, within(1e-12));
    assertThat(apart.at("/legacy/f_score").asDouble()).isZero();
    assertThat(apart.at("/legacy/tolerance_m").asDouble()).isEqualTo(1e-5);

    JsonNode within = json("low.obj", "high.obj", "--json", "--legacy", "--tolerance", "0.003");
    assertThat(within.at("/f_score").asDouble()).isEqualTo(1);
    assertThat(within.at("/legacy/f_score").asDouble()).isEqualTo(1);
  }

  @Test
  void theTextIsTheSameEveryTime() {
    assertThat(compare("low.obj", "ball.stl")).isZero();
    String first = out.toString();
    assertThat(first).contains("chamfer", "mse", "F-score", "within 0.001 m", "seed 1");
    assertThat(first).doesNotContain("legacy");
    assertThat(compare("low.obj", "ball.stl")).isZero();
    assertThat(out.toString()).isEqualTo(first);
  }

  @Test
  void whatCannotBeComparedIsNamed() throws IOException {
    assertThat(compare("low.obj", "none.stl")).isEqualTo(2);
    assertThat(err.toString()).contains("none.stl", "no such file");
    assertThat(compare("low.obj", "ball.stl", "--legacy")).isEqualTo(2);
    assertThat(err.toString()).contains("low.obj and", "ball.stl: the meshes have 4 and");
    assertThat(out.toString()).isEmpty();
    Files.writeString(temp.resolve("points.obj"), "v 0 0 0\nv 1 0 0\n");
    assertThat(compare("points.obj", "low.obj")).isEqualTo(2);
    assertThat(err.toString()).contains("points.obj", "no triangles");
    Files.writeString(temp.resolve("flat.obj"), "v 0 0 0\nv 1 0 0\nv 2 0 0\nf 1 2 3\n");
    assertThat(compare("flat.obj", "low.obj")).isEqualTo(2);
    assertThat(err.toString()).contains("flat.obj", "no surface");
  }
}
