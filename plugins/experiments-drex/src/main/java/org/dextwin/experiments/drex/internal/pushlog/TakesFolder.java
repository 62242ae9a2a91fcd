package org.dextwin.experiments.drex.internal.pushlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * A folder of takes: {@code <object>-<n>/joints.csv}, {@code <object>-<n>/poses/}, {@code
 * meshes/<object>.{stl,ply,obj}} and, optionally, {@code ground-truth.csv}.
 *
 * @param folder the folder
 * @param takes its takes, by object and number
 * @param ignored names of folders that are no takes
 */
record TakesFolder(Path folder, List<Take> takes, List<String> ignored) {

  static final String MESHES = "meshes";

  private static final Pattern TAKE = Pattern.compile("(.+)-(\\d{1,9})");

  /** Where an object has several meshes, the first of these is taken. */
  private static final List<String> MESH_ENDINGS = List.of("stl", "ply", "obj");

  private static final String LAYOUT =
      "expected <object>-<n>/joints.csv, <object>-<n>/poses/ and meshes/<object>.{stl,ply,obj}";

  /**
   * Lists the takes of a folder.
   *
   * @throws InvalidInputException if it holds none
   */
  static TakesFolder scan(Path folder) {
    List<Take> takes = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    for (Path inside : foldersIn(folder)) {
      String name = inside.getFileName().toString();
      Matcher match = TAKE.matcher(name);
      if (match.matches()) {
        takes.add(new Take(name, match.group(1), Long.parseLong(match.group(2)), inside));
      } else if (!name.equals(MESHES) && !name.startsWith(".")) {
        ignored.add(name);
      }
    }
    if (takes.isEmpty()) {
      String found = ignored.isEmpty() ? "no such folder" : "only the folders " + ignored;
      throw new InvalidInputException(folder + ": holds no take: " + LAYOUT + "; found " + found);
    }
    takes.sort(Comparator.comparing(Take::object).thenComparingLong(Take::number));
    return new TakesFolder(folder, List.copyOf(takes), List.copyOf(ignored));
  }

  private static List<Path> foldersIn(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new InvalidInputException(folder + ": cannot be listed: " + IoReason.of(e), e);
    }
  }

  /**
   * Returns the mesh of an object.
   *
   * @throws InvalidInputException if there is none
   */
  Path mesh(String object) {
    for (String ending : MESH_ENDINGS) {
      Path mesh = folder.resolve(MESHES).resolve(object + "." + ending);
      if (Files.isRegularFile(mesh)) {
        return mesh;
      }
    }
    throw new InvalidInputException(
        folder.resolve(MESHES) + ": has no mesh " + object + ".stl, .ply or .obj; " + LAYOUT);
  }

  /** Returns where true masses may stand. */
  Path groundTruth() {
    return folder.resolve("ground-truth.csv");
  }
}
