package org.dextwin.core.internal.assembly;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random streams that depend on the run's seed, a component's path and a stream's name alone, not
 * on the order in which they are asked for. The SHA-256 of the three seeds an L64X128MixRandom, so
 * streams are independent however similar their names are.
 *
 * <p><i>References</i>: Steele and Vigna 2021, "LXM: better splittable pseudorandom number
 * generators (and almost as fast)".
 */
final class RandomStreams {

  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");

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
      return GENERATORS.create(MessageDigest.getInstance("SHA-256").digest(identity.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
