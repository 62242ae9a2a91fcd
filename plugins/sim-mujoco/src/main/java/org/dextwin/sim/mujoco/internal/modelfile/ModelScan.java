package org.dextwin.sim.mujoco.internal.modelfile;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.dextwin.api.spi.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** Collects the files that one model file names, and stops at what multiplies without limit. */
final class ModelScan extends DefaultHandler {

  /** Deeper than any kinematic chain; parsers that recurse would overflow their stack. */
  private static final int DEEPEST = 2000;

  /** More copies than any scene holds. */
  private static final double MOST_COPIES = 1e6;

  private static final Set<String> WITH_FILES =
      Set.of("mesh", "texture", "hfield", "skin", "model", "flexcomp", "material");

  private static final Set<String> FILE_ATTRIBUTES =
      Set.of("file", "fileright", "fileleft", "fileup", "filedown", "filefront", "fileback");

  private static final Set<String> FOLDER_ATTRIBUTES = Set.of("meshdir", "texturedir", "assetdir");

  private final Path file;
  private final List<Reference> includes = new ArrayList<>();
  private final List<Reference> assets = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();
  private final Deque<Double> copies = new ArrayDeque<>();
  private @Nullable Locator locator;

  ModelScan(Path file) {
    this.file = file;
    copies.push(1.0);
  }

  List<Reference> includes() {
    return includes;
  }

  List<Reference> assets() {
    return assets;
  }

  /** Folders that hold assets, relative to that of the model. */
  List<String> folders() {
    return folders;
  }

  @Override
  public void setDocumentLocator(Locator place) {
    this.locator = place;
  }

  @Override
  public void startElement(String uri, String localName, String element, Attributes attributes) {
    copies.push(copies.getFirst() * copiesOf(element, attributes));
    if (copies.getFirst() > MOST_COPIES) {
      throw new InvalidInputException(
          place()
              + ": <"
              + element
              + "> multiplies what it holds to more than "
              + (long) MOST_COPIES
              + " copies; reduce the attribute count");
    }
    if (copies.size() > DEEPEST) {
      throw new InvalidInputException(
          place() + ": elements are nested more than " + DEEPEST + " deep; flatten the tree");
    }
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.getQName(i);
      String value = attributes.getValue(i);
      if (element.equals("include") && name.equals("file")) {
        includes.add(new Reference(element, value, place()));
      } else if (element.equals("compiler") && FOLDER_ATTRIBUTES.contains(name)) {
        folders.add(value);
      } else if (WITH_FILES.contains(element) && FILE_ATTRIBUTES.contains(name)) {
        assets.add(new Reference(element, value, place()));
      }
    }
  }

  private static double copiesOf(String element, Attributes attributes) {
    String count = attributes.getValue("count");
    boolean multiplies =
        element.equals("replicate") || element.equals("composite") || element.equals("flexcomp");
    if (!multiplies || count == null) {
      return 1;
    }
    double product = 1;
    for (String word : count.strip().split("\\s+", -1)) {
      try {
        product *= Math.max(1, Double.parseDouble(word));
      } catch (NumberFormatException e) {
        return 1; // the engine will say so
      }
    }
    return product;
  }

  @Override
  public void endElement(String uri, String localName, String element) {
    copies.pop();
  }

  private String place() {
    return locator == null ? file.toString() : file + ":" + locator.getLineNumber();
  }
}
