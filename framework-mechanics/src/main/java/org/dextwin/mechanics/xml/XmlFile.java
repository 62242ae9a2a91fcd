package org.dextwin.mechanics.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML files that are not trusted. Document type declarations, and with them entities of any
 * kind, are refused; size, depth and number of elements are bounded.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class XmlFile {

  /** Size of the largest file that is read, 64 MiB. */
  public static final long MAX_BYTES = 64L << 20;

  /** Most elements inside each other. */
  public static final int MAX_DEPTH = 256;

  /** Most elements of a file. */
  public static final int MAX_ELEMENTS = 500_000;

  /** The parser's own bound on depth; newer JDKs set it to 100. */
  private static final String PARSER_DEPTH = "jdk.xml.maxElementDepth";

  private XmlFile() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its root element
   * @throws InvalidInputException if the file cannot be read, is malformed, declares a document
   *     type or exceeds a bound; it names file, line, what was found, expected and the remedy
   */
  public static XmlElement read(Path file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    if (factory.isPropertySupported(PARSER_DEPTH)) {
      factory.setProperty(PARSER_DEPTH, MAX_DEPTH + 1); // so that our own words come first
    }
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytesOf(file)));
      try {
        return read(file, xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      throw new InvalidInputException(
          file + ":" + line + ": " + reason(e) + "; expected well-formed XML", e);
    }
  }

  /** The parser's own words, without the position it repeats. */
  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("Message: ");
    return (at < 0 ? message : message.substring(at + "Message: ".length())).strip();
  }

  private static XmlElement read(Path file, XMLStreamReader xml) throws XMLStreamException {
    Deque<XmlElement> open = new ArrayDeque<>();
    @Nullable XmlElement root = null;
    int count = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlElement element = element(file, xml);
          if (++count > MAX_ELEMENTS) {
            throw element.problem(
                "more than " + MAX_ELEMENTS + " elements; is this a model?; split the file");
          }
          if (open.size() == MAX_DEPTH) {
            throw element.problem(
                "more than " + MAX_DEPTH + " elements inside each other; expected fewer");
          }
          if (open.isEmpty()) {
            root = element;
          } else {
            open.getFirst().add(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.DTD ->
            throw problem(
                file,
                xml,
                "found a document type declaration, which is not read as it may name other files;"
                    + " expected none; remove <!DOCTYPE ...>");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw problem(
                file,
                xml,
                "found the entity '" + xml.getLocalName() + "'; expected text; write it out");
        default -> {} // text, comments and processing instructions
      }
    }
    if (root == null) {
      throw new InvalidInputException(file + ": holds no element; expected XML");
    }
    return root;
  }

  private static InvalidInputException problem(Path file, XMLStreamReader xml, String message) {
    return new InvalidInputException(
        file + ":" + Math.max(1, xml.getLocation().getLineNumber()) + ": " + message);
  }

  private static XmlElement element(Path file, XMLStreamReader xml) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return new XmlElement(file, xml.getLocation().getLineNumber(), xml.getLocalName(), attributes);
  }

  private static byte[] bytesOf(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            file
                + ": "
                + (Files.exists(file) ? "not a regular file" : "no such file")
                + "; expected an XML file");
      }
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new InvalidInputException(
            file + ": " + size + " bytes; at most " + MAX_BYTES + " are read; split the file");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes((int) MAX_BYTES);
      }
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + IoReason.of(e), e);
    }
  }
}
