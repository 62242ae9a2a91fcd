package org.dextwin.core.internal.plugin;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Role;
import org.dextwin.api.spi.Settings;

/**
 * A provider and the plugin it comes from.
 *
 * @param provider the provider
 * @param role the role it fills
 * @param name its name within the role
 * @param pluginId its plugin
 * @param pluginVersion version of its plugin
 * @param jar jar or zip of its plugin
 */
public record Offer(
    ComponentProvider<?, ?> provider,
    Class<? extends Component> role,
    String name,
    String pluginId,
    String pluginVersion,
    Path jar) {

  private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  /**
   * Asks a provider for its role and name.
   *
   * @throws IllegalArgumentException if it gives none that can be used
   */
  public static Offer of(
      ComponentProvider<?, ?> provider, String pluginId, String pluginVersion, Path jar) {
    Class<? extends Component> role = provider.type();
    String name = provider.name();
    if (role == null || !role.isInterface() || !role.isAnnotationPresent(Role.class)) {
      throw new IllegalArgumentException(
          "type() of "
              + provider.getClass().getName()
              + " must be an interface with @Role, not "
              + role);
    }
    if (name == null || !name.matches(KEBAB_CASE) || name.equals("type")) {
      throw new IllegalArgumentException(
          "name() of "
              + provider.getClass().getName()
              + " must be in kebab-case, not '"
              + name
              + "'");
    }
    return new Offer(provider, role, name, pluginId, pluginVersion, jar);
  }

  /** Returns the name of the role. */
  public String roleName() {
    return role.getAnnotation(Role.class).value();
  }

  /** Returns plugin and version for messages. */
  public String origin() {
    return pluginVersion.isEmpty() ? pluginId : pluginId + " " + pluginVersion;
  }

  /** Returns the record of its configuration; empty if it is read without annotations. */
  public Optional<Class<? extends Record>> configuration() {
    return Arrays.stream(provider.getClass().getMethods())
        .filter(Offer::isConfigure)
        .<Class<?>>map(Method::getReturnType)
        .filter(Offer::isDocumented)
        .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
        .findFirst();
  }

  /** A component that is a record without annotation stands for the options of the role. */
  private static boolean isDocumented(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .allMatch(
                component ->
                    component.isAnnotationPresent(Key.class) || component.getType().isRecord());
  }

  private static boolean isConfigure(Method method) {
    return method.getName().equals("configure")
        && !method.isBridge()
        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {Settings.class});
  }
}
