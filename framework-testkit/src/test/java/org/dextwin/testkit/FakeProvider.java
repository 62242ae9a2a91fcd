package org.dextwin.testkit;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** A provider put together from its parts, each of which a sabotage may replace. */
public record FakeProvider<T extends Component, C>(
    Class<T> type,
    String name,
    Function<Settings, C> configuring,
    BiFunction<C, ComponentContext, T> creating)
    implements ComponentProvider<T, C> {

  /** The parts of an honest provider. */
  public static <T extends Component, C> FakeProvider<T, C> like(ComponentProvider<T, C> honest) {
    return new FakeProvider<>(honest.type(), honest.name(), honest::configure, honest::create);
  }

  /** The same with another type or name. */
  public FakeProvider<T, C> named(Class<T> newType, String newName) {
    return new FakeProvider<>(newType, newName, configuring, creating);
  }

  /** The same with another way to configure. */
  public FakeProvider<T, C> configuredBy(Function<Settings, C> newConfiguring) {
    return new FakeProvider<>(type, name, newConfiguring, creating);
  }

  /** The same with faulty components. */
  public FakeProvider<T, C> withFault(UnaryOperator<T> fault) {
    return new FakeProvider<>(
        type, name, configuring, (config, context) -> fault.apply(creating.apply(config, context)));
  }

  @Override
  public C configure(Settings settings) {
    return configuring.apply(settings);
  }

  @Override
  public T create(C config, ComponentContext context) {
    return creating.apply(config, context);
  }
}
