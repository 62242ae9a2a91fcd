package org.dextwin.core.internal.plugin;

import java.util.List;

/**
 * What plugins see of the host: the JDK, the API, the host libraries and logging. All else (core
 * and the libraries it uses) is invisible, so a plugin may bring other versions of the same
 * libraries.
 */
final class HostLoader extends ClassLoader {

  static final List<String> SHARED =
      List.of(
          "org.dextwin.api.",
          "org.dextwin.devices.",
          "org.dextwin.mechanics.",
          "org.dextwin.kernels.",
          "org.dextwin.learning.",
          "org.jspecify.",
          "org.nd4j.",
          "org.slf4j.");

  private final ClassLoader host;

  HostLoader(ClassLoader host) {
    super("dextwin-host", ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  /** Called for what the JDK does not have; resources of the host stay invisible. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      return host.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
