package @package@;

import java.util.List;
import org.dextwin.api.spi.Command;

/**
 * Tells what Java it runs on. Replace it by what prepares a machine for your plugin.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class @Class@Command implements Command {

  @Override
  public String help() {
    return "dextwin @name@ java\n  Tells what Java this is.";
  }

  @Override
  public void run(List<String> words, Console console) {
    if (!words.equals(List.of("java"))) {
      throw new IllegalArgumentException("found " + words + ", expected the word 'java'");
    }
    console.result("Java " + Runtime.version() + "\n");
  }

  @Override
  public void close() {}
}
