package org.dextwin.core.internal.report;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Draws plots as PNG and SVG. The same plot gives the same bytes on the same machine.
 *
 * <p><i>Thread safety</i>: thread-safe, without state.
 */
public final class PlotPainter {

  /** Pixels of the PNG per unit of the drawing, so that it is sharp in print. */
  private static final int PNG_SCALE = 2;

  private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

  private PlotPainter() {}

  /**
   * Draws a plot as PNG.
   *
   * @param plot the plot
   * @return the file's content
   * @throws ComponentUnavailableException if this machine cannot draw text
   */
  public static byte[] png(Plot plot) {
    return drawn(
        () -> {
          var image =
              new BufferedImage(
                  Drawing.WIDTH * PNG_SCALE,
                  Drawing.HEIGHT * PNG_SCALE,
                  BufferedImage.TYPE_INT_RGB);
          Graphics2D graphics = image.createGraphics();
          graphics.scale(PNG_SCALE, PNG_SCALE);
          Drawing.paint(plot, graphics);
          graphics.dispose();
          return encoded(image);
        });
  }

  /**
   * Draws a plot as SVG. Identifiers in it start with the plot's name, so that several drawings can
   * stand in one page.
   *
   * @param plot the plot
   * @return the file's content
   * @throws ComponentUnavailableException if this machine cannot draw text
   */
  public static String svg(Plot plot) {
    return drawn(
        () -> {
          Document document =
              GenericDOMImplementation.getDOMImplementation()
                  .createDocument(SVG_NAMESPACE, "svg", null);
          SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
          context.setComment(null);
          context.setIDGenerator(new PrefixedIds(plot.name()));
          context.setPrecision(2);
          SVGGraphics2D graphics = new SVGGraphics2D(context, false);
          graphics.setSVGCanvasSize(new Dimension(Drawing.WIDTH, Drawing.HEIGHT));
          Drawing.paint(plot, graphics);
          return written(graphics);
        });
  }

  /** Text needs fonts, which small servers and containers may lack; JVMs say so in many ways. */
  private static <T> T drawn(Supplier<T> draw) {
    try {
      return draw.get();
    } catch (LinkageError | InternalError e) {
      throw withoutFonts(e);
    } catch (RuntimeException e) {
      StackTraceElement[] trace = e.getStackTrace();
      throw trace.length > 0 && trace[0].getClassName().startsWith("sun.") ? withoutFonts(e) : e;
    }
  }

  private static ComponentUnavailableException withoutFonts(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    var unavailable =
        new ComponentUnavailableException(
            "plots cannot be drawn: Java cannot use the fonts of this machine (" + cause + ")",
            "install fontconfig and a font, for example: "
                + "sudo apt-get install fontconfig fonts-dejavu-core");
    unavailable.initCause(thrown);
    return unavailable;
  }

  private static byte[] encoded(BufferedImage image) {
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String written(SVGGraphics2D graphics) {
    try {
      Element root = graphics.getRoot();
      // Lets a page scale the drawing to its own width.
      root.setAttributeNS(null, "viewBox", "0 0 " + Drawing.WIDTH + " " + Drawing.HEIGHT);
      var text = new StringWriter();
      graphics.stream(root, text, true, false);
      return text.toString().replace("\r\n", "\n");
    } catch (SVGGraphics2DIOException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** Identifiers of an SVG document that do not meet those of another one. */
  private static final class PrefixedIds extends SVGIDGenerator {

    private final String name;

    PrefixedIds(String name) {
      this.name = name;
    }

    @Override
    public String generateID(String prefix) {
      return super.generateID(name + "-" + prefix);
    }
  }
}
