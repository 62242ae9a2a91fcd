package org.dextwin.mechanics.format;

import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Reads Wavefront OBJ: vertices ({@code v}) and faces ({@code f}); everything else, such as
 * normals, texture and materials, is passed over.
 */
final class ObjParser {

  private final TextScanner text;
  private final MeshBuilder mesh;
  private int highestCorner = -1;
  private int highestCornerLine;
  private boolean anyKeyword;

  private ObjParser(MeshSource source) {
    this.text = new TextScanner(source, 0, 1);
    this.mesh = new MeshBuilder(source, 1024, 2048);
  }

  static TriangleMesh parse(MeshSource source) {
    return new ObjParser(source).parse();
  }

  private TriangleMesh parse() {
    while (text.nextLine()) {
      String keyword = text.word();
      switch (keyword) {
        case "v" -> readVertex();
        case "f" -> readFace();
        default -> note(keyword);
      }
    }
    if (!anyKeyword) {
      throw text.problem(
          "found none of the keywords of OBJ, nor the start of STL or PLY; expected one of these"
              + " formats; export the mesh as OBJ, STL or PLY");
    }
    if (highestCorner >= mesh.vertexCount()) {
      throw indexProblem(highestCornerLine, Integer.toString(highestCorner + 1));
    }
    return mesh.build();
  }

  private void readVertex() {
    anyKeyword = true;
    double x = text.number("coordinate x");
    double y = text.number("coordinate y");
    double z = text.number("coordinate z");
    mesh.addVertex(x, y, z); // a weight or a colour may follow
  }

  /** Reads corners v, v/vt, v//vn or v/vt/vn; v counts from 1, or from the end if negative. */
  private void readFace() {
    anyKeyword = true;
    mesh.beginPolygon();
    int corners = 0;
    String word = text.word();
    while (!word.isEmpty()) {
      if (word.equals("\\")) {
        text.nextLine();
      } else {
        boolean continues = word.endsWith("\\");
        mesh.addCorner(corner(continues ? word.substring(0, word.length() - 1) : word));
        corners++;
        if (continues) {
          text.nextLine();
        }
      }
      word = text.word();
    }
    if (corners < 3) {
      throw text.problem(
          "the face has " + corners + " corners; expected 3 or more; remove points and lines");
    }
  }

  private int corner(String word) {
    int slash = word.indexOf('/');
    String index = slash < 0 ? word : word.substring(0, slash);
    int number;
    try {
      number = Integer.parseInt(index);
    } catch (NumberFormatException e) {
      throw text.problem(
          "found " + TextScanner.quoted(word) + "; expected a corner such as 3, -1, 3/1 or 3/1/2");
    }
    int vertex = number > 0 ? number - 1 : mesh.vertexCount() + number;
    if (number == 0 || vertex < 0) {
      throw indexProblem(text.line(), index);
    }
    if (vertex > highestCorner) {
      // vertices may follow their faces: held against the count at the end
      highestCorner = vertex;
      highestCornerLine = text.line();
    }
    return vertex;
  }

  private InvalidInputException indexProblem(int line, String index) {
    return text.problemIn(
        line,
        "the face names vertex "
            + index
            + "; the file has "
            + mesh.vertexCount()
            + " vertices"
            + (index.equals("0") ? ", counted from 1" : " here")
            + "; export the mesh anew");
  }

  private void note(String keyword) {
    switch (keyword) {
      case "vn", "vt", "vp", "o", "g", "s", "mtllib", "usemtl", "l", "p" -> anyKeyword = true;
      default -> {}
    }
  }
}
