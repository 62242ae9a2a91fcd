package org.dextwin.mechanics.format;

import java.util.Locale;
import org.dextwin.api.model.TriangleMesh;

/**
 * Reads STL as text: facets of three vertices, in one or more solids. Normals are passed over; the
 * order of the vertices says which side is out.
 */
final class AsciiStlParser {

  private final TextScanner text;
  private final MeshBuilder mesh;

  private AsciiStlParser(MeshSource source) {
    this.text = new TextScanner(source, 0, 1);
    this.mesh = new MeshBuilder(source, 1024, 1024);
  }

  static TriangleMesh parse(MeshSource source) {
    return new AsciiStlParser(source).parse();
  }

  private TriangleMesh parse() {
    boolean inSolid = false;
    while (text.nextLine()) {
      String keyword = keyword();
      switch (keyword) {
        case "" -> {}
        case "solid" -> inSolid = true;
        case "endsolid" -> inSolid = false;
        case "facet" -> readFacet();
        default ->
            throw text.problem(
                "found "
                    + TextScanner.quoted(keyword)
                    + "; expected facet, endsolid or solid; export the mesh anew");
      }
    }
    if (inSolid) {
      throw text.problem("the file ends within a solid; expected endsolid; it may be cut off");
    }
    return mesh.build();
  }

  private String keyword() {
    return text.word().toLowerCase(Locale.ROOT);
  }

  private void readFacet() {
    expectLine("outer");
    int first = mesh.vertexCount();
    for (int i = 0; i < 3; i++) {
      expectLine("vertex");
      double x = text.number("coordinate x");
      double y = text.number("coordinate y");
      double z = text.number("coordinate z");
      mesh.addVertex(x, y, z);
    }
    expectLine("endloop");
    expectLine("endfacet");
    mesh.addTriangle(first, first + 1, first + 2);
  }

  private void expectLine(String expected) {
    String found = "";
    while (found.isEmpty()) {
      if (!text.nextLine()) {
        throw text.problem(
            "the file ends within a facet; expected " + expected + "; it may be cut off");
      }
      found = keyword();
    }
    if (!found.equals(expected)) {
      throw text.problem(
          "found "
              + TextScanner.quoted(found)
              + "; expected "
              + expected
              + ", for a facet has three vertices; export the mesh anew");
    }
  }
}
