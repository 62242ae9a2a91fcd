package org.dextwin.mechanics.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.mechanics.mesh.SolidMass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeshRoundTripTest {

  private static final TriangleMesh LETTER = MeshShapes.letterA(0.1, 0.12, 0.03);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"STL_ASCII", "STL_BINARY"})
  void objAndPlyKeepEveryBit(MeshFormat format) {
    Path file = folder.resolve("letter");

    MeshWriter.write(file, LETTER, format);

    assertThat(MeshReader.read(file)).isEqualTo(LETTER);
  }

  @ParameterizedTest
  @EnumSource(names = {"STL_ASCII", "STL_BINARY"})
  void stlKeepsTheSurfaceInSinglePrecision(MeshFormat format) {
    Path file = folder.resolve("letter");

    MeshWriter.write(file, LETTER, format);

    TriangleMesh read = MeshReader.read(file);
    assertThat(read.vertexCount()).isEqualTo(LETTER.vertexCount());
    assertThat(read.triangleCount()).isEqualTo(LETTER.triangleCount());
    for (int i = 0; i < 3 * LETTER.triangleCount(); i++) {
      Vec3 found = read.vertex(read.corner(i / 3, i % 3));
      Vec3 expected = LETTER.vertex(LETTER.corner(i / 3, i % 3));
      assertThat(found.distanceTo(expected)).isLessThan(1e-8);
    }
    assertThat(SolidMass.volume(read)).isCloseTo(SolidMass.volume(LETTER), within(1e-10));
  }

  @Test
  void extensionNamesTheFormat() {
    for (String name : new String[] {"a.obj", "a.STL", "a.ply"}) {
      MeshWriter.write(folder.resolve(name), LETTER);
      assertThat(MeshReader.read(folder.resolve(name)).triangleCount())
          .isEqualTo(LETTER.triangleCount());
    }
    assertThat(folder.resolve("a.STL")).hasSize(84 + 50L * LETTER.triangleCount());
    assertThatThrownBy(() -> MeshWriter.write(folder.resolve("a.dae"), LETTER))
        .hasMessageContaining("expected .obj, .stl or .ply");
  }

  @Test
  void contentCountsNotTheExtension() {
    Path file = folder.resolve("letter.obj");

    MeshWriter.write(file, LETTER, MeshFormat.PLY_BINARY_BIG_ENDIAN);

    assertThat(MeshReader.read(file)).isEqualTo(LETTER);
  }
}
