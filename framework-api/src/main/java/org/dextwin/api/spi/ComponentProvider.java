package org.dextwin.api.spi;

/**
 * Makes the components of one role under one name; the one shape of every plugin. Providers are
 * found through {@code META-INF/services/org.dextwin.api.spi.ComponentProvider} in a plugin jar and
 * need a public constructor without parameters.
 *
 * <p>The type parameter {@code C} is a record: its components, with their {@link Key} annotations,
 * are the documentation of the configuration; one component may be the record of the role's own
 * options (see {@link Settings#as}).
 *
 * <p><i>Thread safety</i>: thread-safe; providers hold no state.
 *
 * @param <T> the role
 * @param <C> the configuration record
 */
public interface ComponentProvider<T extends Component, C> {

  /**
   * Returns the role this provider fills: an interface annotated with {@link Role}.
   *
   * @return the role's interface
   */
  Class<T> type();

  /**
   * Returns the name under which configurations select this provider, in kebab-case.
   *
   * @return the name, unique within the role
   */
  String name();

  /**
   * Turns settings into a checked configuration record. Pure: no file is read, no native library is
   * loaded, no device is touched. Usually {@code return settings.as(MyConfig.class)}.
   *
   * @param settings the provider's block of the configuration
   * @return the configuration
   * @throws IllegalArgumentException if values do not fit together; core adds file and line
   */
  C configure(Settings settings);

  /**
   * Makes the component. May read files and load native libraries; does not touch hardware.
   *
   * @param config what {@link #configure} returned
   * @param context resolves nested parts and random streams
   * @return the component; the caller closes it
   * @throws ComponentUnavailableException if this machine lacks something the component needs
   */
  T create(C config, ComponentContext context);
}
