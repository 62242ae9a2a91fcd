package org.dextwin.export.lerobot.internal.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Writes a table into a Parquet file, uncompressed: joint values hardly shrink, images are
 * compressed by themselves, and no native library is needed. The file can be read once it is
 * closed.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Apache Parquet format 2.9.
 */
public final class ParquetTable implements AutoCloseable {

  private final ParquetWriter<List<?>> writer;

  /**
   * Begins a file.
   *
   * @param file the file; it must not exist
   * @param columns the columns
   * @param metadata texts for the file's footer, by key
   * @throws IOException if it cannot be written
   */
  public ParquetTable(Path file, List<Column> columns, Map<String, String> metadata)
      throws IOException {
    this(new FileOutput(file), columns, metadata);
  }

  ParquetTable(OutputFile file, List<Column> columns, Map<String, String> metadata)
      throws IOException {
    writer = new Builder(file, columns, metadata).build();
  }

  /**
   * Appends a row.
   *
   * @param values a value for each column, of the class that its type names
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if there are more or fewer values than columns
   */
  public void append(List<?> values) throws IOException {
    try {
      writer.write(values);
    } catch (IOException e) {
      throw reason(e);
    }
  }

  /**
   * Says how long the file is by now.
   *
   * @return bytes, those included that are not written yet
   */
  public long bytes() {
    return writer.getDataSize();
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } catch (IOException e) {
      throw reason(e);
    }
  }

  /** The library wraps what the file said into pages of metadata. */
  private static IOException reason(IOException e) {
    IOException innermost = e;
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException inner) {
        innermost = inner;
      }
    }
    return innermost;
  }

  private static final class Builder extends ParquetWriter.Builder<List<?>, Builder> {

    private final List<Column> columns;
    private final Map<String, String> metadata;

    Builder(OutputFile file, List<Column> columns, Map<String, String> metadata) {
      super(file);
      this.columns = columns;
      this.metadata = metadata;
      withCompressionCodec(CompressionCodecName.UNCOMPRESSED);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<List<?>> getWriteSupport(Configuration configuration) {
      return new RowSupport(columns, metadata);
    }
  }
}
