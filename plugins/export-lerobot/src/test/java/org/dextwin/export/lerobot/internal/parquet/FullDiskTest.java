package org.dextwin.export.lerobot.internal.parquet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullDiskTest {

  /** A file on a disk that has room for some bytes. */
  private record Tight(long room) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new PositionOutputStream() {
        private long position;

        @Override
        public long getPos() {
          return position;
        }

        @Override
        public void write(int b) throws IOException {
          if (position == room) {
            throw new IOException("No space left on device");
          }
          position++;
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  /** The disk fills up in the first bytes, in a page, and in the footer. */
  @ParameterizedTest
  @ValueSource(longs = {2, 100, 900})
  void theReasonIsSaidInTheDisksOwnWords(long room) {
    assertThatThrownBy(
            () -> {
              try (ParquetTable table =
                  new ParquetTable(
                      new Tight(room),
                      List.of(new Column("index", Type.Primitive.INT64)),
                      Map.of())) {
                for (long i = 0; i < 100; i++) {
                  table.append(List.of(i));
                }
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }
}
