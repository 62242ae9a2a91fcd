package org.dextwin.api.experiment;

import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;

/**
 * A plot of curves and points over common axes.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name file name without ending, in kebab-case
 * @param title title
 * @param xLabel label of the x axis with unit
 * @param yLabel label of the y axis with unit
 * @param yScale linear or logarithmic y axis
 * @param series the curves
 */
public record Plot(
    String name, String title, String xLabel, String yLabel, Scale yScale, List<Series> series) {

  /**
   * Copies the list and checks the name.
   *
   * @param name file name without ending, in kebab-case
   * @param title title
   * @param xLabel label of the x axis with unit
   * @param yLabel label of the y axis with unit
   * @param yScale linear or logarithmic y axis
   * @param series the curves
   */
  public Plot {
    series = List.copyOf(series);
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("plot name '" + name + "' is not in kebab-case");
    }
  }

  /** Scale of an axis. */
  public enum Scale {
    /** Equal steps are equal differences. */
    LINEAR,
    /** Equal steps are equal ratios. */
    LOGARITHMIC
  }

  /** How a series is drawn. */
  public enum Style {
    /** A line. */
    LINE,
    /** A dashed line, for references and models. */
    DASHED,
    /** Points. */
    POINTS
  }

  /** One curve; NaN in y is a gap. */
  public static final class Series {

    private final String label;
    private final Style style;
    private final double[] x;
    private final double[] y;

    /**
     * Copies the points.
     *
     * @param label label in the legend
     * @param style how it is drawn
     * @param x x values
     * @param y y values, as many
     * @throws DimensionMismatchException if the lengths differ
     */
    public Series(String label, Style style, double[] x, double[] y) {
      if (x.length != y.length) {
        throw new DimensionMismatchException("y values of '" + label + "'", x.length, y.length);
      }
      this.label = label;
      this.style = style;
      this.x = x.clone();
      this.y = y.clone();
    }

    /**
     * Returns the label in the legend.
     *
     * @return the label
     */
    public String label() {
      return label;
    }

    /**
     * Returns how the series is drawn.
     *
     * @return the style
     */
    public Style style() {
      return style;
    }

    /**
     * Returns the x values.
     *
     * @return a copy
     */
    public double[] x() {
      return x.clone();
    }

    /**
     * Returns the y values.
     *
     * @return a copy
     */
    public double[] y() {
      return y.clone();
    }
  }
}
