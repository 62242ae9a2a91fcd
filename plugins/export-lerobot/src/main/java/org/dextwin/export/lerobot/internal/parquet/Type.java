package org.dextwin.export.lerobot.internal.parquet;

import java.util.List;

/** What a column, or a part of one, holds. No value is ever missing. */
public sealed interface Type {

  /** Values that are not made of others. */
  enum Primitive implements Type {
    /** A {@link Long}. */
    INT64,
    /** A {@link Float}. */
    FLOAT,
    /** A {@link Double}. */
    DOUBLE,
    /** A {@link String}. */
    TEXT,
    /** A {@code byte[]}. */
    BYTES
  }

  /**
   * A {@link List} of any length.
   *
   * @param element what it holds
   */
  record ListOf(Type element) implements Type {}

  /**
   * A {@link List} of one value for each member.
   *
   * @param members the members
   */
  record Struct(List<Column> members) implements Type {

    /** Copies the list. */
    public Struct {
      members = List.copyOf(members);
    }
  }
}
