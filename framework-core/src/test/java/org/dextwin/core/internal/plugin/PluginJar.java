package org.dextwin.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds plugin jars from source texts, with or without what belongs into one. */
public final class PluginJar {

  private static final String SERVICE = "META-INF/services/org.dextwin.api.spi.ComponentProvider";

  private final Map<String, String> manifest = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private PluginJar() {}

  /** Starts a plugin with a descriptor. */
  public static PluginJar plugin(String id) {
    return new PluginJar()
        .manifest("Plugin-Id", id)
        .manifest("Plugin-Version", "1.2.3")
        .manifest("Plugin-Requires", ">=0.1.0 & <1.0.0")
        .manifest("Plugin-License", "Apache-2.0");
  }

  /** Starts a jar that is no plugin. */
  public static PluginJar library() {
    return new PluginJar();
  }

  /** Adds a line of the manifest. */
  public PluginJar manifest(String name, String value) {
    manifest.put(name, value);
    return this;
  }

  /** Adds a class; it is compiled against the class path of the tests. */
  public PluginJar source(String className, String text) {
    sources.put(className, text);
    return this;
  }

  /** Adds any entry. */
  public PluginJar entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /** Lists providers in the service file. */
  public PluginJar services(String... classNames) {
    return entry(SERVICE, String.join("\n", classNames).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds and lists a provider of an integrator.
   *
   * @param className its class, in some package
   * @param name its name
   * @param order expression for the integrator's order
   */
  public PluginJar integrator(String className, String name, String order) {
    return source(className, integratorSource(className, name, order, "")).services(className);
  }

  /** Returns the source of a provider of an integrator. */
  public static String integratorSource(
      String className, String name, String order, String constructor) {
    int dot = className.lastIndexOf('.');
    return """
        package %s;
        import org.dextwin.api.sim.*;
        import org.dextwin.api.spi.*;
        public class %s implements ComponentProvider<Integrator, %2$s.Keys> {
          public record Keys(@Key(doc = "Unused.", byDefault = "1") double gain) {}
          public %2$s() { %s }
          @Override public Class<Integrator> type() { return Integrator.class; }
          @Override public String name() { return "%s"; }
          @Override public Keys configure(Settings settings) { return settings.as(Keys.class); }
          @Override public Integrator create(Keys keys, ComponentContext context) {
            return new Integrator() {
              @Override public Stepper stepper(AccelerationField field) { return null; }
              @Override public int order() { return %s; }
              @Override public void close() {}
            };
          }
        }
        """
        .formatted(
            className.substring(0, dot), className.substring(dot + 1), constructor, name, order);
  }

  /** Compiles and writes the jar; libraries are further jars to compile against. */
  public Path write(Path jar, Path... libraries) throws IOException {
    Manifest written = new Manifest();
    written.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.forEach((key, value) -> written.getMainAttributes().putValue(key, value));
    Path classes = Files.createTempDirectory("classes");
    compile(classes, libraries);
    try (var out = new JarOutputStream(Files.newOutputStream(jar), written);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        add(out, name, Files.readAllBytes(file));
      }
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        add(out, entry.getKey(), entry.getValue());
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private void compile(Path classes, Path... libraries) {
    if (sources.isEmpty()) {
      return;
    }
    StringBuilder classPath = new StringBuilder(System.getProperty("java.class.path"));
    for (Path library : libraries) {
      classPath.append(System.getProperty("path.separator")).append(library);
    }
    List<JavaFileObject> units =
        sources.entrySet().stream()
            .<JavaFileObject>map(source -> new SourceText(source.getKey(), source.getValue()))
            .toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-proc:none", "-cp", classPath.toString(), "-d", classes.toString());
    boolean compiled = compiler.getTask(null, null, null, options, null, units).call();
    assertThat(compiled).as("sources of the test plugin compile").isTrue();
  }

  /** Reads an entry of a jar. */
  static byte[] entry(Path jar, String name) throws IOException {
    try (var zip = new java.util.zip.ZipFile(jar.toFile());
        var in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  /** Adds entries to a jar. */
  public static void append(Path jar, Map<String, byte[]> content) throws IOException {
    try (var zip = java.nio.file.FileSystems.newFileSystem(jar)) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        Files.write(zip.getPath(entry.getKey()), entry.getValue());
      }
    }
  }

  /** Writes a zip with some entries. */
  public static Path zip(Path zip, Map<String, byte[]> content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new java.util.zip.ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        out.putNextEntry(new java.util.zip.ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return Files.write(zip, bytes.toByteArray());
  }

  private static final class SourceText extends SimpleJavaFileObject {

    private final String text;

    SourceText(String className, String text) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
