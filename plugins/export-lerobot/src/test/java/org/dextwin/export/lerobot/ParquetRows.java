package org.dextwin.export.lerobot;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Rows of a Parquet file as its own library reads them: numbers, texts, bytes, lists of these, and
 * maps.
 *
 * @param footer texts of the footer
 * @param rows the rows, by column
 */
public record ParquetRows(Map<String, String> footer, List<Map<String, Object>> rows) {

  public static ParquetRows of(Path file) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalFile(file))) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        RecordReader<Group> records =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          rows.add(members(records.read()));
        }
      }
      return new ParquetRows(reader.getFooter().getFileMetaData().getKeyValueMetaData(), rows);
    }
  }

  private static Map<String, Object> members(Group group) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int field = 0; field < group.getType().getFieldCount(); field++) {
      members.put(group.getType().getFieldName(field), value(group, field, 0));
    }
    return members;
  }

  private static Object value(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    if (!type.isPrimitive()) {
      Group inner = group.getGroup(field, index);
      return isList(type.asGroupType()) ? elements(inner) : members(inner);
    }
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case INT64 -> group.getLong(field, index);
      case FLOAT -> group.getFloat(field, index);
      case DOUBLE -> group.getDouble(field, index);
      case BINARY ->
          type.getLogicalTypeAnnotation() == null
              ? group.getBinary(field, index).getBytes()
              : group.getString(field, index);
      default -> throw new AssertionError(type);
    };
  }

  private static boolean isList(GroupType type) {
    return LogicalTypeAnnotation.listType().equals(type.getLogicalTypeAnnotation());
  }

  private static List<Object> elements(Group list) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      elements.add(value(list.getGroup(0, i), 0, 0));
    }
    return elements;
  }

  @SuppressWarnings("unchecked") // lists hold what the schema says
  static List<Float> floats(Object list) {
    return (List<Float>) list;
  }

  private record LocalFile(Path file) implements InputFile {

    @Override
    public long getLength() throws IOException {
      return Files.size(file);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
      RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r");
      return new DelegatingSeekableInputStream(Channels.newInputStream(bytes.getChannel())) {
        @Override
        public long getPos() throws IOException {
          return bytes.getFilePointer();
        }

        @Override
        public void seek(long position) throws IOException {
          if (position > bytes.length()) {
            throw new EOFException(file + " ends before byte " + position);
          }
          bytes.seek(position);
        }

        @Override
        public void close() throws IOException {
          bytes.close();
        }
      };
    }
  }
}
