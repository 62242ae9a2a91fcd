package org.dextwin.export.lerobot.internal.take;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A dataset that is being written. */
public interface Dataset extends AutoCloseable {

  /**
   * Adds an episode.
   *
   * @param take the episode
   * @throws IOException if it cannot be written
   * @throws org.dextwin.api.spi.InvalidInputException if it does not fit those before it
   */
  void add(Take take) throws IOException;

  /**
   * Writes what can only be told at the end, and closes all files.
   *
   * @return what was written, a line for each thing
   * @throws IOException if it cannot be written
   */
  List<String> finish() throws IOException;

  /** Closes the files of a dataset that is given up. */
  @Override
  void close() throws IOException;

  /** Makes datasets of one format. */
  interface Format {

    /**
     * Begins a dataset.
     *
     * @param folder an empty folder
     * @return the dataset
     * @throws IOException if it cannot be written
     */
    Dataset begin(Path folder) throws IOException;
  }
}
