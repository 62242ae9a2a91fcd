package org.dextwin.core.internal.report;

import java.util.List;
import java.util.stream.DoubleStream;
import org.knowm.xchart.style.XYStyler;

/**
 * The powers of ten between which a logarithmic axis runs.
 *
 * @param lowest exponent of the lower end
 * @param highest exponent of the upper end, larger
 */
record Decades(int lowest, int highest) {

  static Decades of(List<Curve> curves) {
    double[] heights =
        curves.stream()
            .flatMapToDouble(curve -> DoubleStream.of(curve.y()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (heights.length == 0) {
      return new Decades(0, 1);
    }
    int lowest = (int) Math.floor(Math.log10(heights[0]));
    int highest = (int) Math.ceil(Math.log10(heights[heights.length - 1]));
    return new Decades(lowest, Math.max(highest, lowest + 1));
  }

  void applyTo(XYStyler styler) {
    styler.setYAxisMin(Math.pow(10, lowest));
    styler.setYAxisMax(Math.pow(10, highest));
    styler.setYAxisLogarithmicDecadeOnly(highest - lowest > 1);
    styler.setyAxisTickLabelsFormattingFunction(
        highest - lowest > 1 ? TickLabels.decades() : TickLabels.linear());
  }
}
