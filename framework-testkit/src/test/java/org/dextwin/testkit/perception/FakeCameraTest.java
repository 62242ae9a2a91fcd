package org.dextwin.testkit.perception;

import java.util.Map;
import org.dextwin.api.perception.Camera;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake camera keeps the contract. */
public final class FakeCameraTest extends CameraContract<FakeCamera.Provider.Config> {

  @Override
  protected ComponentProvider<Camera, FakeCamera.Provider.Config> provider() {
    return Subject.providerOr(new FakeCamera.Provider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
