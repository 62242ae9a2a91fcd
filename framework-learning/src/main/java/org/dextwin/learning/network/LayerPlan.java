package org.dextwin.learning.network;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.kernels.DenseLayer;

/** Lays the numbers of layers out one after another. */
final class LayerPlan {

  private final List<DenseLayer> layers = new ArrayList<>();
  private int offset;
  private int transposedOffset;

  DenseLayer add(int inputs, int outputs, boolean rectified) {
    DenseLayer layer = new DenseLayer(inputs, outputs, rectified, offset, transposedOffset);
    layers.add(layer);
    offset += layer.size();
    transposedOffset += layer.transposedSize();
    return layer;
  }

  List<DenseLayer> layers() {
    return List.copyOf(layers);
  }
}
