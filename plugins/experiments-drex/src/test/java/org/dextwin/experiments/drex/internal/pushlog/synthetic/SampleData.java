package org.dextwin.experiments.drex.internal.pushlog.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.format.MeshFormat;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.log.JointColumns;
import org.dextwin.mechanics.log.JointLogWriter;
import org.dextwin.mechanics.log.PoseTrackWriter;

/** Writes synthetic pushes as folders of takes, and the sample that the examples bundle. */
public final class SampleData {

  /** Shapes of the examples, by name. */
  public static final Map<String, TriangleMesh> SHAPES =
      Map.of(
          "box", PushedBody.boxMesh(),
          "cylinder", PushedBody.cylinderMesh(),
          "letter", PushedBody.letterMesh());

  /** Local time of the recorder, which the pose logs do not name. */
  private static final ZoneOffset RECORDER_ZONE = ZoneOffset.ofHours(-7);

  /** 2026-01-15 17:20:58 UTC: the first take's poses run over a full minute. */
  private static final double FIRST_START = 1_768_497_658;

  private static final double PAUSE_S = 75;

  /** A named take. */
  public record NamedPush(String take, SyntheticPush push) {}

  private SampleData() {}

  /** The pushes of the sample: two of a box, one of a cylinder. */
  public static List<NamedPush> sample() {
    return List.of(
        new NamedPush("box-1", SyntheticPush.of(PushedBody.box(0.10, 0.35), FIRST_START, 11)),
        new NamedPush(
            "box-2", SyntheticPush.of(PushedBody.box(0.10, 0.35), FIRST_START + PAUSE_S, 12)),
        new NamedPush(
            "cylinder-1",
            SyntheticPush.of(PushedBody.cylinder(0.16, 0.35), FIRST_START + 2 * PAUSE_S, 13)));
  }

  /** Writes a folder of takes with its meshes and true masses. */
  public static void write(Path folder, List<NamedPush> pushes) throws IOException {
    StringBuilder truth = new StringBuilder("object,mass_kg\n");
    for (NamedPush named : pushes) {
      PushedBody body = named.push().body();
      Path take = Files.createDirectories(folder.resolve(named.take()));
      SyntheticPush.Recording recording = named.push().record();
      new JointLogWriter(JointColumns.DREX).write(take.resolve("joints.csv"), recording.joints());
      new PoseTrackWriter(RECORDER_ZONE).write(take.resolve("poses"), recording.poses());
      Path meshes = Files.createDirectories(folder.resolve("meshes"));
      MeshWriter.write(meshes.resolve(body.name() + ".stl"), body.mesh(), MeshFormat.STL_BINARY);
      String row = String.format(Locale.ROOT, "%s,%.3f\n", body.name(), body.mass());
      if (truth.indexOf(row) < 0) {
        truth.append(row);
      }
    }
    Files.writeString(folder.resolve("ground-truth.csv"), truth);
  }

  /** Writes what the examples bundle: shapes and sample. */
  public static void writeExamples(Path drex) throws IOException {
    Path shapes = Files.createDirectories(drex.resolve("shapes"));
    for (Map.Entry<String, TriangleMesh> shape : SHAPES.entrySet()) {
      MeshWriter.write(
          shapes.resolve(shape.getKey() + ".stl"), shape.getValue(), MeshFormat.STL_BINARY);
    }
    write(drex.resolve("sample"), sample());
  }

  /**
   * Writes the examples' data anew.
   *
   * @param arguments the folder {@code examples/drex}
   */
  public static void main(String[] arguments) throws IOException {
    writeExamples(Path.of(arguments[0]));
  }
}
