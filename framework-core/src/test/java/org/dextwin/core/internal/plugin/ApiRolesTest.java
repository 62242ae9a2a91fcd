package org.dextwin.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.api.spi.Role;
import org.junit.jupiter.api.Test;

class ApiRolesTest {

  @Test
  void knowsEveryRoleOfTheApi() throws Exception {
    List<String> roles =
        apiClasses().stream()
            .filter(name -> loaded(name).isAnnotationPresent(Role.class))
            .filter(name -> !name.equals(Diagnostics.class.getName()))
            .filter(name -> !name.equals(Command.class.getName()))
            .toList();

    assertThat(roles).hasSizeGreaterThan(10);
    assertThat(ApiRoles.ALL).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(roles);
  }

  private static List<String> apiClasses() throws IOException, URISyntaxException {
    Path location =
        Path.of(Component.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(location)) {
      return classesIn(location);
    }
    try (FileSystem jar =
        FileSystems.newFileSystem(URI.create("jar:" + location.toUri()), Map.of())) {
      return classesIn(jar.getPath("/"));
    }
  }

  private static List<String> classesIn(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("-info"))
          .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .toList();
    }
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, ApiRolesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
