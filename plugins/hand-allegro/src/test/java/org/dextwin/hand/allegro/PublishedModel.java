package org.dextwin.hand.allegro;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks the chains of bodies of an MJCF hand whose fingers do not branch. */
final class PublishedModel {

  private final Element palm;
  private final Map<String, Element> classes = new HashMap<>();

  private PublishedModel(Element root) {
    child(root, "default").ifPresent(this::collectClasses);
    palm = child(child(root, "worldbody").orElseThrow(), "body").orElseThrow();
  }

  static PublishedModel read(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return new PublishedModel(
        factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
  }

  private void collectClasses(Element element) {
    if (element.hasAttribute("class")) {
      classes.put(element.getAttribute("class"), element);
    }
    children(element, "default").forEach(this::collectClasses);
  }

  /** Returns the points at the given heights above the origins of the fingers' last links. */
  List<Vec3> tips(double[] q, double[] tipHeights) {
    List<Vec3> tips = new ArrayList<>();
    int next = 0;
    for (Element finger : children(palm, "body")) {
      Pose X = Pose.identity("palm", "link");
      Optional<Element> body = Optional.of(finger);
      while (body.isPresent()) {
        X = X.times(pose(body.get()).named("link", "link"));
        Optional<Element> joint = child(body.get(), "joint");
        if (joint.isPresent()) {
          Quat turn = Quat.aboutAxis(axis(joint.get()), q[next++]);
          X = X.times(new Pose("link", "link", Vec3.ZERO, turn));
        }
        body = child(body.get(), "body");
      }
      tips.add(X.transform(new Vec3(0, 0, tipHeights[tips.size()])));
    }
    return tips;
  }

  private static Pose pose(Element body) {
    double[] p = numbers(body, "pos", "0 0 0");
    double[] r = numbers(body, "quat", "1 0 0 0");
    return new Pose("link", "link", Vec3.of(p, 0), Quat.of(r, 0));
  }

  private Vec3 axis(Element joint) {
    return Vec3.of(numbers(jointDefaults(joint, "axis"), "axis", ""), 0);
  }

  /** Returns the limits of the joints, finger by finger. */
  List<double[]> ranges() {
    List<double[]> ranges = new ArrayList<>();
    for (Element finger : children(palm, "body")) {
      Optional<Element> body = Optional.of(finger);
      while (body.isPresent()) {
        child(body.get(), "joint")
            .ifPresent(joint -> ranges.add(numbers(jointDefaults(joint, "range"), "range", "")));
        body = child(body.get(), "body");
      }
    }
    return ranges;
  }

  /**
   * Finds the joint element that sets an attribute: of the class, of those round it, of the hand.
   */
  private Element jointDefaults(Element joint, String attribute) {
    for (Node node = classes.get(joint.getAttribute("class"));
        node instanceof Element element && element.getTagName().equals("default");
        node = node.getParentNode()) {
      Optional<Element> defaults = child(element, "joint");
      if (defaults.isPresent() && defaults.get().hasAttribute(attribute)) {
        return defaults.get();
      }
    }
    return child(classes.get(palm.getAttribute("childclass")), "joint").orElseThrow();
  }

  private static double[] numbers(Element element, String attribute, String fallback) {
    String text = element.hasAttribute(attribute) ? element.getAttribute(attribute) : fallback;
    String[] words = text.trim().split("\\s+", -1);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }

  private static Optional<Element> child(Element parent, String tag) {
    return children(parent, tag).stream().findFirst();
  }

  private static List<Element> children(Element parent, String tag) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(tag)) {
        children.add(element);
      }
    }
    return children;
  }
}
