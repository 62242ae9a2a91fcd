package org.dextwin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dextwin.api.spi.Command;
import org.junit.jupiter.api.Test;

/**
 * What every command of a plugin keeps: it needs no configuration, explains itself, and refuses
 * words it does not know without doing anything.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class CommandContract<C> extends ProviderContract<Command, C> {

  /** For subclasses. */
  protected CommandContract() {}

  @Override
  protected final Map<String, Object> validSettings() {
    return Map.of();
  }

  @Test
  final void helpNamesTheCommand() {
    assertThat(create().help()).as("help").contains(provider().name());
  }

  @Test
  final void unknownWordsAreRefused() {
    List<String> told = new ArrayList<>();
    Command.Console console =
        new Command.Console() {
          @Override
          public void result(String text) {
            told.add(text);
          }

          @Override
          public void say(String line) {
            told.add(line);
          }
        };
    assertThatCode(() -> create().run(List.of("no-such-word"), console))
        .as("a word that no command knows")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-word");
    assertThat(told).as("what was told before the refusal").isEmpty();
  }
}
