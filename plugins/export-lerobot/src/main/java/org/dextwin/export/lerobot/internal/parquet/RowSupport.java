package org.dextwin.export.lerobot.internal.parquet;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Tells Parquet's writer the values of a row, one by one. */
final class RowSupport extends WriteSupport<List<?>> {

  private final List<Column> columns;
  private final Map<String, String> metadata;

  @SuppressWarnings("NullAway.Init") // prepareForWrite comes first
  private RecordConsumer out;

  RowSupport(List<Column> columns, Map<String, String> metadata) {
    this.columns = columns;
    this.metadata = metadata;
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(ParquetSchema.of(columns), metadata);
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    out = consumer;
  }

  @Override
  public void write(List<?> row) {
    out.startMessage();
    members(columns, row);
    out.endMessage();
  }

  private void members(List<Column> members, List<?> values) {
    if (values.size() != members.size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + members.size() + " columns");
    }
    for (int i = 0; i < members.size(); i++) {
      out.startField(members.get(i).name(), i);
      value(members.get(i).type(), values.get(i));
      out.endField(members.get(i).name(), i);
    }
  }

  private void value(Type type, Object value) {
    if (type instanceof Type.ListOf list) {
      out.startGroup();
      elements(list.element(), (List<?>) value);
      out.endGroup();
    } else if (type instanceof Type.Struct struct) {
      out.startGroup();
      members(struct.members(), (List<?>) value);
      out.endGroup();
    } else {
      switch ((Type.Primitive) type) {
        case INT64 -> out.addLong((Long) value);
        case FLOAT -> out.addFloat((Float) value);
        case DOUBLE -> out.addDouble((Double) value);
        case TEXT -> out.addBinary(Binary.fromString((String) value));
        case BYTES -> out.addBinary(Binary.fromConstantByteArray((byte[]) value));
      }
    }
  }

  private void elements(Type type, List<?> values) {
    if (values.isEmpty()) {
      return; // an empty list has no field at all
    }
    out.startField(ParquetSchema.LIST, 0);
    for (Object value : values) {
      out.startGroup();
      out.startField(ParquetSchema.ELEMENT, 0);
      value(type, value);
      out.endField(ParquetSchema.ELEMENT, 0);
      out.endGroup();
    }
    out.endField(ParquetSchema.LIST, 0);
  }
}
