package org.dextwin.retarget.vector;

import java.util.Map;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.retarget.RetargeterContract;

/** The retargeter {@code vector} keeps the contract. */
class VectorRetargeterContractTest extends RetargeterContract<VectorConfig> {

  @Override
  protected ComponentProvider<Retargeter, VectorConfig> provider() {
    return new VectorRetargeterProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("fingers", Map.of("right", "index", "left", "middle"));
  }
}
