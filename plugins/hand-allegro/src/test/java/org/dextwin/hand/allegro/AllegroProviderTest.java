package org.dextwin.hand.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.junit.jupiter.api.Test;

class AllegroProviderTest {

  private final AllegroProvider provider = new AllegroProvider();

  @Test
  void handIsRightUnlessTheConfigurationSaysOtherwise() {
    assertThat(model(Map.of()).side()).isEqualTo(HandModel.Side.RIGHT);
    assertThat(model(Map.of("side", "left")).side()).isEqualTo(HandModel.Side.LEFT);
    assertThat(model(Map.of("side", "left")).robot().name()).isEqualTo("allegro-left");
  }

  @Test
  void otherSidesAreRefused() {
    MapSettings settings = MapSettings.of(Map.of("side", "both"));

    provider.configure(settings);

    assertThat(settings.problems()).singleElement().asString().contains("side").contains("both");
  }

  private HandModel model(Map<String, Object> block) {
    MapSettings settings = MapSettings.of(block);
    AllegroConfig config = provider.configure(settings);
    assertThat(settings.problems()).isEmpty();
    try (TestComponentContext context = new TestComponentContext(1);
        Hand hand = provider.create(config, context)) {
      return hand.model();
    }
  }
}
