package org.dextwin.experiments.dexndm.internal.gait;

import org.dextwin.api.spi.Key;

/**
 * How gaits are searched for.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param attempts how often to begin anew at most
 * @param screening random gaits of which an attempt begins with the best
 * @param screeningS length of their episodes [s]
 * @param generations generations of an attempt
 * @param population candidates per generation
 * @param sigma first standard deviation as a part of each range
 * @param episodeS length of episodes in the search [s]
 * @param trials episodes per candidate at first
 * @param lateTrials episodes per candidate in the last half
 * @param finalists candidates that are compared in the end
 * @param finalTrials episodes by which they are compared
 * @param enoughRadS score per second at which no further attempt is made [rad/s]
 * @param offsetRad farthest offset from rest [rad]
 * @param amplitudeRad largest amplitudes [rad]
 * @param leastHz lowest frequency [Hz]
 * @param mostHz highest frequency [Hz]
 */
public record SearchConfig(
    @Key(doc = "How often to begin anew at most.", byDefault = "2", atLeast = 1) int attempts,
    @Key(
            doc = "Random gaits of which an attempt begins with the best.",
            byDefault = "128",
            atLeast = 1)
        int screening,
    @Key(doc = "Length of their episodes.", byDefault = "8", above = 0) double screeningS,
    @Key(doc = "Generations of an attempt.", byDefault = "50", atLeast = 1) int generations,
    @Key(doc = "Candidates per generation.", byDefault = "20", atLeast = 4) int population,
    @Key(doc = "First standard deviation, as a part of each range.", byDefault = "0.12", above = 0)
        double sigma,
    @Key(doc = "Length of episodes in the search.", byDefault = "10", above = 0) double episodeS,
    @Key(doc = "Episodes per candidate in the first half.", byDefault = "2", atLeast = 1)
        int trials,
    @Key(doc = "Episodes per candidate in the second half.", byDefault = "3", atLeast = 1)
        int lateTrials,
    @Key(doc = "Candidates that are compared in the end.", byDefault = "6", atLeast = 1)
        int finalists,
    @Key(doc = "Episodes by which they are compared.", byDefault = "10", atLeast = 1)
        int finalTrials,
    @Key(
            doc =
                "Score per second at which no further attempt is made; a hold ends at 0.8 of the"
                    + " time.",
            byDefault = "0.35",
            above = 0)
        double enoughRadS,
    @Key(doc = "Farthest offset from where a joint rests.", byDefault = "0.6", above = 0)
        double offsetRad,
    @Key(doc = "Largest amplitude of sine and cosine.", byDefault = "0.4", above = 0)
        double amplitudeRad,
    @Key(doc = "Lowest frequency.", byDefault = "0.3", above = 0) double leastHz,
    @Key(doc = "Highest frequency.", byDefault = "1.2", above = 0) double mostHz) {

  /**
   * Returns a search that is only tried out.
   *
   * @return a search of few and short episodes
   */
  public SearchConfig smoke() {
    return new SearchConfig(
        1,
        Math.min(screening, 12),
        Math.min(screeningS, 2),
        Math.min(generations, 4),
        Math.min(population, 8),
        sigma,
        Math.min(episodeS, 4),
        1,
        1,
        Math.min(finalists, 2),
        Math.min(finalTrials, 2),
        enoughRadS,
        offsetRad,
        amplitudeRad,
        leastHz,
        mostHz);
  }

  Gait.Ranges ranges() {
    return new Gait.Ranges(offsetRad, amplitudeRad, leastHz, mostHz);
  }
}
