package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plugin of somebody else: compiled and packed without this repository's build. */
final class ThirdPartyPlugin {

  private static final String PACKAGE = "com.example.engines";
  private static final String SERVICE = "META-INF/services/org.dextwin.api.spi.ComponentProvider";

  private ThirdPartyPlugin() {}

  /**
   * Compiles a provider and writes it as the plugin {@code third-party-engines}.
   *
   * @param jar where to write it
   * @param provider name of its class, whose source is a resource of the tests
   */
  static void write(Path jar, String provider) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(compile(provider));
    entries.put(SERVICE, (PACKAGE + "." + provider + "\n").getBytes(StandardCharsets.UTF_8));
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Plugin-Id", "third-party-engines");
    attributes.putValue("Plugin-Version", "2.0.1");
    attributes.putValue("Plugin-Requires", ">=0.1.0 & <1.0.0");
    attributes.putValue("Plugin-License", "MIT");
    return manifest;
  }

  private static Map<String, byte[]> compile(String provider) throws IOException {
    Path classes = Files.createTempDirectory("third-party");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-proc:none",
            "--release",
            "17",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString());
    assertThat(
            compiler.getTask(null, null, null, options, null, List.of(new Source(provider))).call())
        .as("the third party's plugin compiles against the API")
        .isTrue();
    Map<String, byte[]> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.put(
            classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return entries;
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String provider) throws IOException {
      super(
          URI.create("string:///" + PACKAGE.replace('.', '/') + "/" + provider + ".java"),
          Kind.SOURCE);
      String resource = "/third-party/" + provider + ".java";
      try (InputStream stream = Source.class.getResourceAsStream(resource)) {
        assertThat(stream).as("resource %s", resource).isNotNull();
        text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
