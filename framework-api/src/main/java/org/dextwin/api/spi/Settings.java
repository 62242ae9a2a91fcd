package org.dextwin.api.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One block of the configuration, read strictly: a key that no getter asked for is reported as
 * unknown. Getters never throw for bad input: they record the problem with file and line and return
 * a stand-in that fits the type, so that all problems of a configuration are reported together; no
 * component is made after a recorded problem.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface Settings {

  /**
   * Returns where this block stands.
   *
   * @return path in the configuration, such as {@code simulator.semi-implicit}
   */
  String path();

  /**
   * Reads the whole block into a record, as its {@link Key} annotations say. A component without
   * {@link Key} whose type is a record is filled by {@link #options}.
   *
   * @param type the record class
   * @param <R> the record
   * @return the filled record
   * @throws IllegalArgumentException if the record's constructor refuses the values
   */
  default <R extends Record> R as(Class<R> type) {
    return RecordBinder.bind(this, type);
  }

  /**
   * Returns the keys that the role itself declares (see {@link Role#options}).
   *
   * @param type the role's options record
   * @param <R> the record
   * @return the filled record
   */
  <R extends Record> R options(Class<R> type);

  /**
   * Returns the keys written in this block.
   *
   * @return the keys, in alphabetical order
   */
  Set<String> keys();

  /**
   * Says whether a key is written in this block.
   *
   * @param key the key
   * @return true if it has a value
   */
  boolean has(String key);

  /**
   * Reads a text.
   *
   * @param key the key
   * @return its value
   */
  String text(String key);

  /**
   * Reads a number.
   *
   * @param key the key
   * @return its value
   */
  double number(String key);

  /**
   * Reads a whole number.
   *
   * @param key the key
   * @return its value
   */
  long integer(String key);

  /**
   * Reads true or false.
   *
   * @param key the key
   * @return its value
   */
  boolean flag(String key);

  /**
   * Reads a list of numbers.
   *
   * @param key the key
   * @return its values
   */
  List<Double> numbers(String key);

  /**
   * Reads a list of texts.
   *
   * @param key the key
   * @return its values
   */
  List<String> texts(String key);

  /**
   * Reads a nested block.
   *
   * @param key the key
   * @return the block; empty if the key is missing, which is recorded
   */
  Settings block(String key);

  /**
   * Reads a list of nested blocks.
   *
   * @param key the key
   * @return the blocks
   */
  List<Settings> blocks(String key);

  /**
   * Reads a list whose elements are read one by one, such as a list of paths, references or lists.
   *
   * @param key the key
   * @return a block with the keys {@code 0}, {@code 1}, ... in place of the elements; empty if the
   *     key is missing, which is recorded
   */
  Settings elements(String key);

  /**
   * Reads the path of a file that must exist when the configuration is assembled. Relative paths
   * start at the folder of the file that wrote them, those given on the command line at the working
   * directory.
   *
   * @param key the key
   * @return the absolute path
   */
  Path file(String key);

  /**
   * Reads the path of a folder that must exist when the configuration is assembled.
   *
   * @param key the key
   * @return the absolute path
   */
  Path folder(String key);

  /**
   * Reads the path of a file or folder that must exist when the configuration is assembled.
   *
   * @param key the key
   * @return the absolute path
   */
  default Path fileOrFolder(String key) {
    return path(key);
  }

  /**
   * Reads a path that need not exist.
   *
   * @param key the key
   * @return the absolute path
   */
  Path path(String key);

  /**
   * Reads a reference to another component: a block written in place, the path of a block, or, if
   * the key is missing, the role's own block.
   *
   * @param key the key
   * @param role the role that is needed
   * @param <T> the role
   * @return the reference
   */
  <T extends Component> ComponentRef<T> component(String key, Class<T> role);

  /**
   * Records a problem that the caller found with a value.
   *
   * @param key the key whose value is wrong
   * @param message what was found, what was expected and how to mend it
   */
  void reject(String key, String message);
}
