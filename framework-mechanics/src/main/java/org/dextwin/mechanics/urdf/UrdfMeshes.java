package org.dextwin.mechanics.urdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.IoReason;
import org.dextwin.mechanics.format.MeshReader;
import org.dextwin.mechanics.xml.ModelFolder;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlNotes;

/** Finds and reads the meshes of a file. */
final class UrdfMeshes {

  /** Size of all meshes of a robot together, 1 GiB. */
  static final long MAX_BYTES = 1L << 30;

  /** How ROS, and Gazebo, write that a file belongs to a package. */
  private static final List<String> PACKAGE = List.of("package://", "model://");

  private final ModelFolder folder;
  private final List<ModelFolder> roots = new ArrayList<>();
  private final boolean leaveOut;
  private final XmlNotes notes;
  private final Map<Path, TriangleMesh> read = new HashMap<>();
  private long bytes;

  UrdfMeshes(Path file, UrdfOptions options, XmlNotes notes) {
    folder = ModelFolder.of(file);
    roots.add(folder);
    options.packages().forEach(it -> roots.add(new ModelFolder(it.toAbsolutePath().normalize())));
    ownPackage(folder.path()).ifPresent(it -> roots.add(new ModelFolder(it)));
    leaveOut = options.missingMeshes() == UrdfOptions.MissingMeshes.LEAVE_OUT;
    this.notes = notes;
  }

  /** The ROS package that a folder is part of: the nearest that holds a package.xml. */
  private static Optional<Path> ownPackage(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("package.xml"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a mesh.
   *
   * @return the mesh [m]; empty if it is missing and may be
   */
  Optional<TriangleMesh> read(XmlElement element) {
    String name = element.required("filename").replace('\\', '/');
    try {
      Path file = find(element, name);
      TriangleMesh mesh = read.get(file);
      if (mesh == null) {
        requireKnownFormat(element, name);
        requireRoom(element, file);
        mesh = MeshReader.read(file);
        read.put(file, mesh);
      }
      return Optional.of(scaled(element, mesh));
    } catch (MissingMesh e) {
      if (leaveOut) {
        notes.add(element, e.what() + "; its collision shape is left out");
        return Optional.empty();
      }
      throw element.problem(String.valueOf(e.getMessage()));
    }
  }

  /** A mesh that is not there, may not be read, or is in a format that is not read. */
  private static final class MissingMesh extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;

    /** What is wrong, the same for many meshes, and what is to be said of this one. */
    MissingMesh(String what, String details) {
      super(details);
      this.what = what;
    }

    String what() {
      return what;
    }
  }

  private static void requireKnownFormat(XmlElement element, String name) throws MissingMesh {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String foreign : List.of(".dae", ".glb", ".gltf", ".fbx", ".3ds", ".step", ".iges")) {
      if (lower.endsWith(foreign)) {
        throw new MissingMesh(
            "collision meshes in the format " + foreign + " are not read, only OBJ, STL and PLY",
            "found the mesh "
                + XmlElement.quoted(element.required("filename"))
                + ", of a format that is not read; expected OBJ, STL or PLY; convert it");
      }
    }
  }

  private void requireRoom(XmlElement element, Path file) {
    try {
      bytes += Files.size(file);
    } catch (IOException e) {
      throw element.problem(file + " cannot be read: " + IoReason.of(e));
    }
    if (bytes > MAX_BYTES) {
      throw element.problem(
          "the meshes hold more than " + MAX_BYTES + " bytes together; reduce them");
    }
  }

  private Path find(XmlElement element, String name) throws MissingMesh {
    List<Path> tried = new ArrayList<>();
    for (Path candidate : candidates(element, name)) {
      Optional<ModelFolder> root =
          roots.stream().filter(it -> candidate.startsWith(it.path())).findFirst();
      if (root.isPresent()) {
        Path file = root.get().find(element, root.get().path().relativize(candidate).toString());
        if (Files.isRegularFile(file)) {
          return file;
        }
        tried.add(file);
      }
    }
    if (tried.isEmpty()) {
      throw new MissingMesh(
          "a collision mesh lies outside of the robot's folder, and of the packages that are named",
          "found the mesh "
              + XmlElement.quoted(name)
              + ", outside of the robot's folder "
              + folder.path()
              + "; expected it inside, or in a package folder that is named; copy it there or name"
              + " the folder");
    }
    throw new MissingMesh(
        "a collision mesh is not there, neither beside the file nor in a package that is named",
        "found no mesh "
            + XmlElement.quoted(name)
            + "; looked for "
            + tried.stream().distinct().toList()
            + "; copy it there, or name the folder of its package");
  }

  /** The places that a name may mean, likeliest first. */
  private List<Path> candidates(XmlElement element, String name) {
    List<Path> candidates = new ArrayList<>();
    try {
      Optional<String> scheme = PACKAGE.stream().filter(name::startsWith).findFirst();
      if (scheme.isPresent()) {
        String path = name.substring(scheme.get().length());
        int slash = path.indexOf('/');
        String within = slash < 0 ? "" : path.substring(slash + 1);
        String packageName = slash < 0 ? path : path.substring(0, slash);
        for (ModelFolder root : roots) {
          Path last = root.path().getFileName();
          if (last != null && last.toString().equals(packageName)) {
            candidates.add(root.path().resolve(within).normalize());
          }
          candidates.add(root.path().resolve(path).normalize());
        }
        // a copy of the robot alone, with its meshes but without the package around them
        for (ModelFolder root : roots) {
          candidates.add(root.path().resolve(within).normalize());
        }
      } else {
        String plain = name.startsWith("file://") ? name.substring("file://".length()) : name;
        candidates.add(folder.path().resolve(plain).normalize());
        for (ModelFolder root : roots) {
          candidates.add(root.path().resolve(plain).normalize());
        }
      }
    } catch (InvalidPathException e) {
      throw element.problem("found the file " + XmlElement.quoted(name) + "; expected a path");
    }
    return candidates;
  }

  private static TriangleMesh scaled(XmlElement element, TriangleMesh mesh) {
    Vec3 scale = element.vector("scale").orElse(new Vec3(1, 1, 1));
    double product = scale.x() * scale.y() * scale.z();
    if (product == 0) {
      throw element.problem("the scale flattens the mesh; expected three numbers other than 0");
    }
    if (scale.equals(new Vec3(1, 1, 1))) {
      return mesh;
    }
    double[] vertices = mesh.vertices();
    for (int i = 0; i < vertices.length; i += 3) {
      vertices[i] *= scale.x();
      vertices[i + 1] *= scale.y();
      vertices[i + 2] *= scale.z();
    }
    int[] triangles = mesh.triangles();
    if (product < 0) {
      for (int i = 0; i < triangles.length; i += 3) { // mirrored: turn the triangles over
        int corner = triangles[i];
        triangles[i] = triangles[i + 1];
        triangles[i + 1] = corner;
      }
    }
    try {
      return new TriangleMesh(vertices, triangles);
    } catch (IllegalArgumentException e) { // beyond what numbers hold
      throw element.problem(e.getMessage() + "; correct the scale");
    }
  }
}
