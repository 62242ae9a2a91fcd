package org.dextwin.mechanics.format;

import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.format.PlyHeader.Element;
import org.dextwin.mechanics.format.PlyHeader.Property;

/**
 * Reads PLY: the coordinates x, y, z of the element {@code vertex} and the list {@code
 * vertex_indices} (or {@code vertex_index}) of the element {@code face}, wherever they stand and
 * whatever their types; other elements and properties are passed over.
 */
final class PlyParser {

  private final PlyHeader header;
  private final PlyValues values;
  private final MeshBuilder mesh;
  private final int vertexCount;

  private PlyParser(MeshSource source) {
    header = PlyHeader.parse(source);
    values = PlyValues.of(source, header);
    requireRoom(source);
    vertexCount = requireElement(source, "vertex").count();
    mesh = new MeshBuilder(source, vertexCount, requireElement(source, "face").count());
  }

  static TriangleMesh parse(MeshSource source) {
    return new PlyParser(source).parse();
  }

  /** Holds the declared counts against the size of the file, before anything is allocated. */
  private void requireRoom(MeshSource source) {
    boolean text = header.encoding() == PlyHeader.Encoding.ASCII;
    long left = values.mostLeft(1);
    for (Element element : header.elements()) {
      int perRow = text ? element.properties().size() : element.leastRowBytes();
      if (perRow == 0 && element.count() > 0) {
        throw source.problem(
            "the element " + TextScanner.quoted(element.name()) + " has rows but no properties");
      }
      left -= (long) element.count() * perRow;
      if (left < 0) {
        throw source.problem(
            "the header declares "
                + element.count()
                + " rows of the element "
                + TextScanner.quoted(element.name())
                + ", more than fit into the "
                + source.bytes().length
                + " bytes of the file; it may be cut off: copy or export it anew");
      }
    }
  }

  private Element requireElement(MeshSource source, String name) {
    Element found = null;
    for (Element element : header.elements()) {
      if (element.name().equals(name)) {
        if (found != null) {
          throw source.problem("the header declares the element " + name + " twice");
        }
        found = element;
      }
    }
    if (found == null) {
      throw source.problem(
          "the header declares no element " + name + "; expected vertices and faces");
    }
    return found;
  }

  private TriangleMesh parse() {
    for (Element element : header.elements()) {
      switch (element.name()) {
        case "vertex" -> readVertices(element);
        case "face" -> readFaces(element);
        default -> passOver(element);
      }
    }
    return mesh.build();
  }

  private void readVertices(Element element) {
    int[] columns = {column(element, "x"), column(element, "y"), column(element, "z")};
    double[] row = new double[element.properties().size()];
    for (int i = 0; i < element.count(); i++) {
      for (int k = 0; k < row.length; k++) {
        Property property = element.properties().get(k);
        row[k] = property.countType() == null ? values.next(property.type()) : skipList(property);
        if (!Double.isFinite(row[k]) && isAmong(k, columns)) {
          throw values.problem(
              "vertex "
                  + i
                  + " has the coordinate "
                  + row[k]
                  + "; expected a finite number; export the mesh anew");
        }
      }
      mesh.addVertex(row[columns[0]], row[columns[1]], row[columns[2]]);
    }
  }

  private static boolean isAmong(int column, int[] columns) {
    return column == columns[0] || column == columns[1] || column == columns[2];
  }

  private int column(Element element, String name) {
    for (int k = 0; k < element.properties().size(); k++) {
      Property property = element.properties().get(k);
      if (property.name().equals(name) && property.countType() == null) {
        return k;
      }
    }
    throw values.problem(
        "the element " + element.name() + " has no property " + name + "; expected x, y and z");
  }

  private void readFaces(Element element) {
    if (element.properties().stream().noneMatch(PlyParser::isCornerList)) {
      throw values.problem(
          "the element face has no list vertex_indices; export the mesh with plain faces");
    }
    for (int i = 0; i < element.count(); i++) {
      for (Property property : element.properties()) {
        if (isCornerList(property)) {
          readPolygon(i, property);
        } else {
          passOver(property);
        }
      }
    }
  }

  private static boolean isCornerList(Property property) {
    return property.countType() != null
        && (property.name().equals("vertex_indices") || property.name().equals("vertex_index"));
  }

  private void readPolygon(int face, Property property) {
    int corners = listLength(property);
    if (corners < 3) {
      throw values.problem(
          "face " + face + " has " + corners + " corners; expected 3 or more; export it anew");
    }
    mesh.beginPolygon();
    for (int k = 0; k < corners; k++) {
      double index = values.next(property.type());
      if (!(index >= 0 && index < vertexCount) || index != Math.rint(index)) {
        throw indexProblem(face, index);
      }
      mesh.addCorner((int) index);
    }
  }

  private InvalidInputException indexProblem(int face, double index) {
    return values.problem(
        "face "
            + face
            + " names vertex "
            + (index == Math.rint(index) ? Long.toString((long) index) : Double.toString(index))
            + "; expected 0 to "
            + (vertexCount - 1)
            + "; export the mesh anew");
  }

  private int listLength(Property property) {
    PlyHeader.Type countType = property.countType();
    if (countType == null) {
      throw new IllegalStateException("property " + property.name() + " is no list");
    }
    double length = values.next(countType);
    long most = values.mostLeft(property.type().bytes());
    if (!(length >= 0 && length <= most) || length != Math.rint(length)) {
      throw values.problem(
          "the list "
              + TextScanner.quoted(property.name())
              + " has the length "
              + length
              + "; expected a whole number, at most the "
              + most
              + " values for which the file has room");
    }
    return (int) length;
  }

  private void passOver(Element element) {
    for (int i = 0; i < element.count(); i++) {
      element.properties().forEach(this::passOver);
    }
  }

  private void passOver(Property property) {
    if (property.countType() == null) {
      values.next(property.type());
    } else {
      skipList(property);
    }
  }

  /** Passes over a list and returns a stand-in for its value. */
  private double skipList(Property property) {
    int length = listLength(property);
    for (int k = 0; k < length; k++) {
      values.next(property.type());
    }
    return 0;
  }
}
