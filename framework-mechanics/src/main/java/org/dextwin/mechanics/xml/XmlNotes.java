package org.dextwin.mechanics.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left out of a file, said once for each kind with the first place and the count.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class XmlNotes {

  private record Place(XmlElement first, int count) {}

  private final Map<String, Place> places = new LinkedHashMap<>();

  /** Starts without notes. */
  public XmlNotes() {}

  /**
   * Adds a note.
   *
   * @param element where it was met
   * @param what what is left out, and what holds in its place
   */
  public void add(XmlElement element, String what) {
    places.merge(
        what, new Place(element, 1), (old, one) -> new Place(old.first(), old.count() + 1));
  }

  /**
   * Returns the notes.
   *
   * @return each with the file and the line of the first place, in order
   */
  public List<String> all() {
    List<String> notes = new ArrayList<>();
    places.forEach(
        (what, place) ->
            notes.add(
                place.first().file()
                    + ":"
                    + place.first().line()
                    + ": "
                    + what
                    + (place.count() == 1 ? "" : " (" + place.count() + " times)")));
    return notes;
  }
}
