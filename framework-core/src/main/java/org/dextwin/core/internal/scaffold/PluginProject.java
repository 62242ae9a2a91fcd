package org.dextwin.core.internal.scaffold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.IoReason;
import org.dextwin.api.spi.Role;

/**
 * A Maven project of its own with a plugin of one provider: it builds, keeps the contract of its
 * role, and runs in an example as it is.
 */
public final class PluginProject {

  private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final String DEFAULT_TRY =
      "dextwin run example.conf --plugins target --out runs/example";

  private final String name;
  private final String packageName;
  private final String className;
  private final Template template;

  /**
   * Plans a project.
   *
   * @param name name of the plugin and of its provider
   * @param role the role that it fills
   * @param parentPackage package that the plugin's own is put into
   * @throws IllegalArgumentException if the name is no name, or the package none
   */
  public PluginProject(String name, Class<? extends Component> role, String parentPackage) {
    if (!name.matches(KEBAB_CASE) || name.equals("type")) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is no name of a plugin; use lower-case words with dashes, such as my-hand");
    }
    if (!SourceVersion.isName(parentPackage)) {
      throw new IllegalArgumentException("'" + parentPackage + "' is no name of a Java package");
    }
    this.name = name;
    String word = name.replace("-", "");
    packageName = parentPackage + "." + (SourceVersion.isKeyword(word) ? word + "plugin" : word);
    String camelCase = camelCase(name);
    boolean taken = (camelCase + "Provider").equals(ComponentProvider.class.getSimpleName());
    className = taken ? camelCase + "Plugin" : camelCase;
    template =
        new Template(role.getAnnotation(Role.class).value())
            .with("name", name)
            .with("Class", className)
            .with("package", packageName)
            .with("role", role.getAnnotation(Role.class).value())
            .with("Role", role.getSimpleName());
    if (template.has("example.conf")) {
      template.with("try", DEFAULT_TRY);
    }
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("-", -1)) {
      camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return camel.toString();
  }

  /** Returns the commands that build the project and try it out. */
  public List<String> commands() {
    return List.of("mvn verify", template.word("try"));
  }

  /**
   * Writes the project.
   *
   * @param folder folder of the project; must not exist
   * @return the files that were written
   * @throws IllegalArgumentException if the folder exists
   */
  public List<Path> write(Path folder) {
    if (Files.exists(folder)) {
      throw new IllegalArgumentException(
          folder + " exists already; choose another name, or move it");
    }
    List<Path> written = new ArrayList<>();
    files()
        .forEach(
            (path, text) -> {
              Path file = folder.resolve(path);
              try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
              } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be written: " + IoReason.of(e), e);
              }
              written.add(file);
            });
    return written;
  }

  /** Returns the texts by path. */
  private Map<String, String> files() {
    String folders = packageName.replace('.', '/') + "/";
    String main = "src/main/java/" + folders;
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", template.file("pom.xml"));
    files.put("README.md", template.file("README.md"));
    files.put(".gitignore", template.file("gitignore"));
    if (template.has("example.conf")) {
      files.put("example.conf", template.file("example.conf"));
    }
    if (template.has("poses.csv")) {
      files.put("example-log/poses.csv", template.file("poses.csv"));
    }
    files.put(main + "package-info.java", template.file("package-info.java"));
    List<String> classes = new ArrayList<>(List.of("Provider.java", "Config.java"));
    classes.addAll(List.of(template.word("files").split(" ", -1)));
    for (String file : classes) {
      files.put(main + className + file, template.file(file));
    }
    files.put(
        "src/main/resources/META-INF/services/" + ComponentProvider.class.getName(),
        template.file("services"));
    files.put(
        "src/test/java/" + folders + className + "ProviderTest.java",
        template.file("ProviderTest.java"));
    return files;
  }

  /** Returns the name of the plugin. */
  public String name() {
    return name;
  }
}
