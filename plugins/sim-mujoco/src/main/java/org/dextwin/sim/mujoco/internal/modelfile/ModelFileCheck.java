package org.dextwin.sim.mujoco.internal.modelfile;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.dextwin.api.spi.InvalidInputException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Looks through a model file and all it includes: for what is hostile, and for files that are
 * missing. Everything else is the engine's to judge; it is more lenient than a strict parser, so
 * malformed XML is only noted.
 */
public final class ModelFileCheck {

  /** The JDK's own bound on depth; newer ones set it to 100. */
  private static final String PARSER_DEPTH =
      "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

  private static final int MOST_FILES = 1000;

  /** Larger than any mesh or texture that is of use. */
  private static final long MOST_ASSET_BYTES = 1L << 30;

  private final Path folder;
  private final Set<Path> read = new HashSet<>();
  private final List<Reference> assets = new ArrayList<>();
  private final Set<Path> assetFolders = new HashSet<>();
  private Optional<String> malformed = Optional.empty();

  private ModelFileCheck(Path folder) {
    this.folder = folder;
    assetFolders.add(folder);
  }

  /**
   * Checks a model.
   *
   * @param model the file
   * @return what a strict parser finds malformed, with file and line; empty if nothing
   * @throws InvalidInputException if the model is hostile, or a file it needs is missing
   */
  public static Optional<String> check(Path model) {
    Path file = model.toAbsolutePath().normalize();
    ModelFileCheck check = new ModelFileCheck(parent(file));
    check.readAll(file);
    check.assets.forEach(check::requireAsset);
    return check.malformed;
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private void readAll(Path file) {
    if (!read.add(file)) {
      return; // MuJoCo itself refuses a second inclusion
    }
    if (read.size() > MOST_FILES) {
      throw new InvalidInputException(
          file + ": is more than the " + MOST_FILES + "th included file; include fewer");
    }
    ModelText text = ModelText.read(file);
    ModelScan scan = new ModelScan(file);
    try {
      SAXParserFactory parsers = SAXParserFactory.newInstance();
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = parsers.newSAXParser();
      parser.setProperty(PARSER_DEPTH, "0"); // the scan has a bound of its own
      parser.parse(new InputSource(new StringReader(text.text())), scan);
    } catch (SAXParseException e) {
      if (malformed.isEmpty()) {
        malformed =
            Optional.of(
                file + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + ": " + e.getMessage());
      }
    } catch (SAXException | ParserConfigurationException | IOException e) {
      throw new IllegalStateException("the JDK's XML parser failed on " + file, e);
    }
    assets.addAll(scan.assets());
    for (String name : scan.folders()) {
      assetFolders.add(resolved(folder, name));
      assetFolders.add(resolved(parent(file), name));
    }
    for (Reference include : scan.includes()) {
      readAll(find(include, List.of(folder, parent(file))));
    }
  }

  private Path find(Reference reference, Iterable<Path> folders) {
    for (Path candidate : folders) {
      Path path = resolved(candidate, reference.name());
      if (Files.isRegularFile(path)) {
        return path.normalize();
      }
    }
    throw new InvalidInputException(
        reference.place()
            + ": <"
            + reference.element()
            + "> names the file '"
            + reference.name()
            + "', which is not in "
            + folders
            + ". Correct the name, or put the file there");
  }

  private void requireAsset(Reference asset) {
    List<Path> folders = assetFolders.stream().sorted().toList();
    Path file;
    try {
      file = find(asset, folders);
    } catch (InvalidInputException e) {
      Path name = Path.of(asset.name()).getFileName();
      if (name == null || folders.stream().noneMatch(it -> Files.exists(it.resolve(name)))) {
        throw e;
      }
      return; // the option strippath looks for the bare name
    }
    try {
      if (Files.size(file) > MOST_ASSET_BYTES) {
        throw new InvalidInputException(
            asset.place() + ": " + file + " has more than " + MOST_ASSET_BYTES + " bytes");
      }
    } catch (IOException e) {
      throw new InvalidInputException(asset.place() + ": " + file + " cannot be read", e);
    }
  }

  private static Path resolved(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new InvalidInputException("'" + name + "' is no name of a file: " + e.getReason(), e);
    }
  }
}
