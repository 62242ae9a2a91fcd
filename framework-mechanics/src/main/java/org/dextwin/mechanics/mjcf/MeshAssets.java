package org.dextwin.mechanics.mjcf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.format.MeshReader;
import org.dextwin.mechanics.mesh.ConvexHull;
import org.dextwin.mechanics.xml.ModelFolder;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlNotes;

/** The meshes of a file, read when they are first asked for. */
final class MeshAssets {

  private final ModelFolder folder;
  private final Compiler compiler;
  private final boolean leaveOutMissing;
  private final XmlNotes notes;
  private final Map<String, Layers> assets = new LinkedHashMap<>();
  private final Map<String, Optional<TriangleMesh>> meshes = new HashMap<>();

  MeshAssets(
      List<XmlElement> sections,
      DefaultClasses defaults,
      ModelFolder folder,
      Compiler compiler,
      boolean leaveOutMissing,
      XmlNotes notes) {
    this.folder = folder;
    this.compiler = compiler;
    this.leaveOutMissing = leaveOutMissing;
    this.notes = notes;
    for (XmlElement section : sections) {
      for (XmlElement asset : section.children("mesh")) {
        String name = name(asset);
        if (assets.put(name, defaults.layers(asset, DefaultClasses.MAIN)) != null) {
          throw asset.problem("found a second mesh " + XmlElement.quoted(name) + "; rename one");
        }
      }
    }
  }

  /** Its own name, else that of its file without folders and extension. */
  private static String name(XmlElement asset) {
    if (asset.has("name")) {
      return asset.required("name");
    }
    String file = asset.required("file").replace('\\', '/');
    String last = file.substring(file.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot < 0 ? last : last.substring(0, dot);
  }

  /**
   * Returns a mesh.
   *
   * @param user the element that names it
   * @return the mesh [m]; empty if its file is missing and may be
   */
  Optional<TriangleMesh> get(XmlElement user, String name) {
    Layers asset = assets.get(name);
    if (asset == null) {
      throw user.problem(
          "found the mesh "
              + XmlElement.quoted(name)
              + "; expected one of the assets "
              + assets.keySet());
    }
    Optional<TriangleMesh> known = meshes.get(name);
    if (known == null) {
      known = load(asset);
      meshes.put(name, known);
    }
    return known;
  }

  private Optional<TriangleMesh> load(Layers asset) {
    XmlElement element = asset.element();
    if (element.has("vertex")) {
      return Optional.of(placed(asset, inline(element)));
    }
    if (element.has("builtin")) {
      throw element.problem("found a builtin mesh, which is not read; expected a file");
    }
    String name = element.required("file").replace('\\', '/');
    String inFolder = compiler.stripPath() ? name.substring(name.lastIndexOf('/') + 1) : name;
    String path =
        compiler.meshFolder().isEmpty() ? inFolder : compiler.meshFolder() + "/" + inFolder;
    Path file = folder.find(element, path);
    if (!Files.exists(file)) {
      if (leaveOutMissing) {
        notes.add(element, "the file of a mesh is missing; shape and mass are left out");
        return Optional.empty();
      }
      throw element.problem(
          "found no file " + file + "; expected the mesh there; copy it or correct meshdir");
    }
    return Optional.of(placed(asset, MeshReader.read(file)));
  }

  private static TriangleMesh inline(XmlElement element) {
    double[] vertices = element.numbers("vertex", 12, Integer.MAX_VALUE);
    if (vertices.length % 3 != 0) {
      throw element.problem(
          "vertex has " + vertices.length + " numbers; expected three per vertex");
    }
    double[] corners = element.numbers("face", 3, Integer.MAX_VALUE);
    if (corners.length == 0) {
      return ConvexHull.of(vertices).mesh();
    }
    int[] triangles = Arrays.stream(corners).mapToInt(corner -> (int) corner).toArray();
    try {
      return new TriangleMesh(vertices, triangles);
    } catch (IllegalArgumentException e) {
      throw element.problem(String.valueOf(e.getMessage()));
    }
  }

  /** Scales, then expresses in the reference frame, as MuJoCo does. */
  private static TriangleMesh placed(Layers asset, TriangleMesh mesh) {
    double[] scale = {1, 1, 1};
    asset.overlay("scale", scale);
    Vec3 origin = asset.element().vector("refpos").orElse(Vec3.ZERO);
    double[] turn = asset.element().numbers("refquat", 4, 4);
    Quat toReference = turn.length == 0 ? Quat.IDENTITY : Quat.of(turn, 0).inverse();
    if (Arrays.equals(scale, new double[] {1, 1, 1})
        && origin.equals(Vec3.ZERO)
        && turn.length == 0) {
      return mesh;
    }
    double[] vertices = mesh.vertices();
    for (int i = 0; i < vertices.length; i += 3) {
      Vec3 p = Vec3.of(vertices, i).minus(origin);
      Vec3 turned = toReference.rotate(p);
      new Vec3(turned.x() * scale[0], turned.y() * scale[1], turned.z() * scale[2])
          .copyTo(vertices, i);
    }
    int[] triangles = mesh.triangles();
    if (scale[0] * scale[1] * scale[2] < 0) {
      for (int i = 0; i < triangles.length; i += 3) { // mirrored: turn the triangles over
        int corner = triangles[i];
        triangles[i] = triangles[i + 1];
        triangles[i + 1] = corner;
      }
    }
    return new TriangleMesh(vertices, triangles);
  }
}
