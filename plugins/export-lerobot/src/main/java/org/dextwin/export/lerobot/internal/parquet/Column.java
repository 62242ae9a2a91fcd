package org.dextwin.export.lerobot.internal.parquet;

/**
 * A column of a table, or a member of a struct.
 *
 * @param name its name
 * @param type what it holds
 */
public record Column(String name, Type type) {}
