package org.dextwin.core.internal.assembly;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random streams that depend on the run's seed, a component's path and a stream's name alone, not
 * on the order in which they are asked for. The SHA-256 of the three seeds the generator, so
 * streams are independent however similar their names are.
 *
 * <p>A SplittableRandom, because the newer generators of the JDK are found as services of the
 * context class loader, which is a plugin's while components are made, and because what they make
 * of a seed of bytes differs between JDK 17 and 25. <i>References</i>: Steele, Lea and Flood 2014,
 * "Fast splittable pseudorandom number generators".
 */
final class RandomStreams {

  private RandomStreams() {}

  static RandomGenerator of(long seed, String path, String stream) {
    byte[] pathBytes = path.getBytes(StandardCharsets.UTF_8);
    byte[] streamBytes = stream.getBytes(StandardCharsets.UTF_8);
    ByteBuffer identity =
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES + pathBytes.length + streamBytes.length)
            .putLong(seed)
            .putInt(pathBytes.length) // so that "a" + "bc" differs from "ab" + "c"
            .put(pathBytes)
            .put(streamBytes);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.array());
      return new SplittableRandom(ByteBuffer.wrap(digest).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
