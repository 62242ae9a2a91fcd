package org.dextwin.robot.urdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.model.Joint;

/** Reads the names of fingers off the names of their links and joints. */
final class FingerNames {

  private static final Map<String, String> WORDS =
      Map.of(
          "thumb", "thumb",
          "index", "index",
          "fore", "index",
          "middle", "middle",
          "ring", "ring",
          "little", "little",
          "pinky", "little");

  /** Two letters, as in rh_FFJ4 of the Shadow hand; alone they may mean anything. */
  private static final Map<String, String> CODES =
      Map.of(
          "th", "thumb", "ff", "index", "if", "index", "mf", "middle", "rf", "ring", "lf",
          "little");

  private FingerNames() {}

  /** Returns a name for each chain; numbered ones where the names do not tell fingers apart. */
  static List<String> of(List<List<Joint>> chains) {
    List<Set<String>> words = chains.stream().map(FingerNames::wordsOf).toList();
    boolean coded = words.stream().anyMatch(it -> it.contains("mf"));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < chains.size(); i++) {
      Optional<String> name = find(words.get(i), WORDS);
      if (name.isEmpty() && coded) {
        name = find(words.get(i), CODES);
      }
      names.add(name.orElse("finger-" + (i + 1)));
    }
    for (int i = 0; i < names.size(); i++) {
      if (Collections.frequency(names, names.get(i)) > 1) {
        return numbered(chains.size());
      }
    }
    return names;
  }

  private static List<String> numbered(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add("finger-" + i);
    }
    return names;
  }

  private static Optional<String> find(Set<String> words, Map<String, String> meanings) {
    Set<String> found = new HashSet<>();
    words.forEach(word -> Optional.ofNullable(meanings.get(word)).ifPresent(found::add));
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static Set<String> wordsOf(List<Joint> chain) {
    Set<String> words = new HashSet<>();
    for (Joint joint : chain) {
      for (String name : List.of(joint.name(), joint.child())) {
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        for (String word : spaced.split("[^A-Za-z]+", -1)) {
          String lower = word.toLowerCase(Locale.ROOT);
          words.add(lower);
          if (lower.length() == 3 && lower.endsWith("j")) { // FFJ4
            words.add(lower.substring(0, 2));
          }
        }
      }
    }
    return words;
  }
}
