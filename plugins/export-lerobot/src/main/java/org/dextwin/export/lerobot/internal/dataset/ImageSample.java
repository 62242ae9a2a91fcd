package org.dextwin.export.lerobot.internal.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/**
 * Colours in a sample of images: for each channel how often each of 256 levels occurs. Images and
 * pixels are sampled as LeRobot does it.
 */
final class ImageSample {

  private static final int LEVELS = 256;

  /** LeRobot's rule: all of a hundred images, of more their number to this power. */
  private static final int FEW = 100;

  private static final double POWER = 0.75;
  private static final int MOST = 10_000;

  /** Longer sides are thinned out to about half of this. */
  private static final int LONG_SIDE = 300;

  private final long[][] counts = new long[3][LEVELS];
  private int images;

  /** Returns which of some images are looked at. */
  static int[] chosen(int count) {
    int sample = Math.max(Math.min(count, FEW), Math.min((int) Math.pow(count, POWER), MOST));
    int[] chosen = new int[sample];
    for (int i = 0; i < sample; i++) {
      chosen[i] = sample == 1 ? 0 : (int) Math.rint((double) i * (count - 1) / (sample - 1));
    }
    return chosen;
  }

  void add(byte[] encoded) throws IOException {
    BufferedImage image = Picture.decode(encoded);
    int side = Math.max(image.getWidth(), image.getHeight());
    int step = side < LONG_SIDE ? 1 : side / (LONG_SIDE / 2);
    for (int y = 0; y < image.getHeight(); y += step) {
      for (int x = 0; x < image.getWidth(); x += step) {
        int rgb = image.getRGB(x, y);
        counts[0][(rgb >> 16) & 0xff]++;
        counts[1][(rgb >> 8) & 0xff]++;
        counts[2][rgb & 0xff]++;
      }
    }
    images++;
  }

  /** Statistics of levels from 0 to 1. */
  Statistics statistics() {
    return Statistics.of(
        images, List.of(new Channel(counts[0]), new Channel(counts[1]), new Channel(counts[2])));
  }

  /** How often each level of a channel occurs. */
  private static final class Channel implements Statistics.Distribution {

    private final long[] counts;

    Channel(long[] counts) {
      this.counts = counts;
    }

    private long total() {
      return java.util.Arrays.stream(counts).sum();
    }

    private static double level(int index) {
      return index / (LEVELS - 1.0);
    }

    @Override
    public double mean() {
      double sum = 0;
      for (int i = 0; i < LEVELS; i++) {
        sum += counts[i] * level(i);
      }
      return sum / total();
    }

    @Override
    public double variance() {
      double mean = mean();
      double sum = 0;
      for (int i = 0; i < LEVELS; i++) {
        sum += counts[i] * (level(i) - mean) * (level(i) - mean);
      }
      return sum / total();
    }

    @Override
    public double quantile(double part) {
      double place = part * (total() - 1);
      long below = 0;
      for (int i = 0; i < LEVELS; i++) {
        below += counts[i];
        if (below > place) {
          return level(i);
        }
      }
      return level(LEVELS - 1);
    }
  }
}
