package @package@;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.spi.Diagnostics;

/**
 * Says whether temporary files can be written. Replace it by what your plugin needs: a library, a
 * device, a permission.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class @Class@Diagnostics implements Diagnostics {

  @Override
  public List<Finding> examine() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    return List.of(
        Files.isWritable(folder)
            ? new Finding("temporary files", Health.OK, folder.toString(), "")
            : new Finding(
                "temporary files",
                Health.MISSING,
                folder + " cannot be written",
                "start Java with -Djava.io.tmpdir=FOLDER"));
  }

  @Override
  public void close() {}
}
