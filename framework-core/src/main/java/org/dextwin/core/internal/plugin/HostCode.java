package org.dextwin.core.internal.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What this program is made of, beside its plugins. */
public final class HostCode {

  private HostCode() {}

  /**
   * Describes the Java machine and the jars on the class path: DexTwin's own by their checksums,
   * libraries by their names, which hold their versions.
   *
   * @return a text that differs for programs that may compute otherwise
   * @throws IOException if a jar cannot be read, or the code is not in jars and may change at any
   *     time
   */
  public static String ofThisProgram() throws IOException {
    return of(System.getProperty("java.class.path"));
  }

  static String of(String classPath) throws IOException {
    StringBuilder code = new StringBuilder();
    for (String property : new String[] {"java.vm.vendor", "java.vm.version", "os.arch"}) {
      code.append(System.getProperty(property)).append('\n');
    }
    for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
      Path path = Path.of(entry);
      if (!Files.isRegularFile(path)) {
        throw new IOException(path.toAbsolutePath() + " is no jar");
      }
      String name = path.getFileName().toString();
      code.append(name.startsWith("framework-") ? FileChecksum.of(path) : name).append('\n');
    }
    return code.toString();
  }
}
