package org.dextwin.devices.record;

import java.util.ArrayList;
import java.util.List;

/**
 * One recorded demonstration.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param header what was recorded
 * @param frames all finished frames, as they arrived
 * @param notes what was left out of the file, in words
 */
public record Episode(Header header, List<Frame> frames, List<String> notes) {

  /**
   * Copies the lists.
   *
   * @param header what was recorded
   * @param frames all finished frames, as they arrived
   * @param notes what was left out of the file, in words
   */
  public Episode {
    frames = List.copyOf(frames);
    notes = List.copyOf(notes);
  }

  /**
   * What is known before the first frame.
   *
   * @param task what is done in the episode, in words
   * @param startNanos when it began, by the recorder's clock [ns since the epoch]
   * @param sources what is recorded
   */
  public record Header(String task, long startNanos, List<Source> sources) {

    /**
     * Copies the sources and checks their names.
     *
     * @param task what is done in the episode, in words
     * @param startNanos when it began, by the recorder's clock [ns since the epoch]
     * @param sources what is recorded
     * @throws IllegalArgumentException if there is none, or two share a name
     */
    public Header {
      sources = List.copyOf(sources);
      if (sources.isEmpty()) {
        throw new IllegalArgumentException(
            "an episode without a source would stay empty; name one");
      }
      if (sources.stream().map(Source::name).distinct().count() != sources.size()) {
        throw new IllegalArgumentException(
            "two sources share a name: " + sources.stream().map(Source::name).toList());
      }
    }
  }

  /**
   * Returns the frames of one source.
   *
   * @param source its index
   * @return its frames, as they arrived
   */
  public List<Frame> framesOf(int source) {
    return frames.stream().filter(frame -> frame.source() == source).toList();
  }

  /**
   * Leaves out the sources that never said anything, such as the commands to a robot that was only
   * watched.
   *
   * @return the episode of all other sources, which are renumbered
   * @throws IllegalArgumentException if no source said anything
   */
  public Episode heard() {
    int[] places = new int[header.sources().size()];
    List<Source> heard = new ArrayList<>();
    for (int source = 0; source < places.length; source++) {
      int wanted = source;
      places[source] = heard.size();
      if (frames.stream().anyMatch(frame -> frame.source() == wanted)) {
        heard.add(header.sources().get(source));
      }
    }
    List<Frame> renumbered =
        frames.stream()
            .map(
                frame ->
                    new Frame(
                        places[frame.source()],
                        frame.sourceNanos(),
                        frame.hostNanos(),
                        frame.reading()))
            .toList();
    return new Episode(new Header(header.task(), header.startNanos(), heard), renumbered, notes);
  }

  /**
   * Finds sources by what they give.
   *
   * @param kind what their frames hold
   * @return their indices
   */
  public List<Integer> sourcesOf(Source.Kind kind) {
    return java.util.stream.IntStream.range(0, header.sources().size())
        .filter(index -> header.sources().get(index).kind() == kind)
        .boxed()
        .toList();
  }
}
