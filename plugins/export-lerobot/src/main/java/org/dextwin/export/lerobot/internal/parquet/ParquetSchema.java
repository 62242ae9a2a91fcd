package org.dextwin.export.lerobot.internal.parquet;

import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * Columns in Parquet's own terms: lists of the standard three levels, and everything optional
 * though nothing is missing, since Arrow takes what is required for another type than it writes
 * itself.
 */
final class ParquetSchema {

  /** Names of the two inner levels of a list, as the format's specification wants them. */
  static final String LIST = "list";

  static final String ELEMENT = "element";

  private ParquetSchema() {}

  static MessageType of(List<Column> columns) {
    return new MessageType("schema", fields(columns));
  }

  private static List<org.apache.parquet.schema.Type> fields(List<Column> columns) {
    return columns.stream().map(column -> field(column.name(), column.type())).toList();
  }

  private static org.apache.parquet.schema.Type field(String name, Type type) {
    if (type instanceof Type.ListOf list) {
      return Types.optionalList().setElementType(field(ELEMENT, list.element())).named(name);
    } else if (type instanceof Type.Struct struct) {
      return Types.optionalGroup()
          .addFields(fields(struct.members()).toArray(org.apache.parquet.schema.Type[]::new))
          .named(name);
    }
    return switch ((Type.Primitive) type) {
      case INT64 -> Types.optional(PrimitiveTypeName.INT64).named(name);
      case FLOAT -> Types.optional(PrimitiveTypeName.FLOAT).named(name);
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case BYTES -> Types.optional(PrimitiveTypeName.BINARY).named(name);
    };
  }
}
