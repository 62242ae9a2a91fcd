package org.dextwin.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.core.Assembly;
import org.dextwin.core.ConfigSource;
import org.dextwin.core.Framework;
import org.dextwin.testkit.Availability;

/** The components of a configuration, from the built plugins. */
final class OpenAssembly implements AutoCloseable {

  private final Framework framework;
  private final Assembly assembly;

  private OpenAssembly(Framework framework, Assembly assembly) {
    this.framework = framework;
    this.assembly = assembly;
  }

  /** Assembles what a configuration says; the test is skipped if this machine lacks a part. */
  static OpenAssembly of(String config, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("assembly.conf"), config);
    Framework framework = Framework.open(List.of(Dextwin.PLUGINS));
    try {
      ConfigSource source = ConfigSource.of(file).withoutExperiment();
      return new OpenAssembly(framework, framework.assemble(framework.validate(source)));
    } catch (ComponentUnavailableException e) {
      framework.close();
      throw Availability.missing(e.getMessage() + "; " + e.remedy());
    } catch (RuntimeException e) {
      framework.close();
      throw e;
    }
  }

  <T extends Component> T get(Class<T> role, String path) {
    return assembly.get(role, path);
  }

  @Override
  public void close() {
    assembly.close();
    framework.close();
  }
}
