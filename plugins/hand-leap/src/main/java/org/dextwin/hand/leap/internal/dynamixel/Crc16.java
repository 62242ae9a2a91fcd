package org.dextwin.hand.leap.internal.dynamixel;

/**
 * The checksum of protocol 2.0: CRC-16 with the polynomial x^16 + x^15 + x^2 + 1, start value 0, no
 * reflection (ROBOTIS e-manual, "CRC calculation").
 */
final class Crc16 {

  private static final int POLYNOMIAL = 0x8005;
  private static final int[] TABLE = table();

  private Crc16() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
      }
      table[i] = crc & 0xFFFF;
    }
    return table;
  }

  static int of(byte[] bytes, int length) {
    int crc = 0;
    for (int i = 0; i < length; i++) {
      crc = (crc << 8 ^ TABLE[(crc >> 8 ^ bytes[i]) & 0xFF]) & 0xFFFF;
    }
    return crc;
  }
}
