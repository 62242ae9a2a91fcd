package org.dextwin.api.spi;

import java.util.List;

/**
 * A role that adds a command to the command line: {@code dextwin NAME ...}, where the name is that
 * of its provider. Its provider needs no configuration. A command prepares a machine for a plugin,
 * such as by installing what it needs, or converts files; work on experiments belongs into an
 * experiment.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Role("command")
public interface Command extends Component {

  /**
   * Returns what {@code dextwin NAME --help} shows.
   *
   * @return what the command does and which words it takes, in lines
   */
  String help();

  /**
   * Does what the words of the command line say.
   *
   * @param words the words after the command's name
   * @param console where to tell of it
   * @throws IllegalArgumentException if the words are wrong; says what was found and expected
   * @throws ComponentUnavailableException if this machine lacks something
   * @throws InvalidInputException if an input file is wrong
   */
  void run(List<String> words, Console console);

  /** Where a command tells the user what it does. */
  interface Console {

    /**
     * Shows what the user asked for, on the standard output.
     *
     * @param text complete lines
     */
    void result(String text);

    /**
     * Says anything else, on the error stream.
     *
     * @param line a line, or several
     */
    void say(String line);
  }
}
