package org.dextwin.export.lerobot;

import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Provides the command {@code export}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class ExportProvider implements ComponentProvider<Command, NoKeys> {

  /** For the service loader. */
  public ExportProvider() {}

  @Override
  public Class<Command> type() {
    return Command.class;
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public NoKeys configure(Settings settings) {
    return settings.as(NoKeys.class);
  }

  @Override
  public Command create(NoKeys config, ComponentContext context) {
    return new ExportCommand();
  }
}
