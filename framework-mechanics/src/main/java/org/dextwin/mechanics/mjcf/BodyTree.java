package org.dextwin.mechanics.mjcf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlNotes;

/** Turns bodies into links and joints, depth first as MuJoCo numbers them. */
final class BodyTree {

  private static final Set<String> SCENERY = Set.of("site", "camera", "light");

  private final DefaultClasses defaults;
  private final Compiler compiler;
  private final MeshAssets meshes;
  private final Set<String> paired;
  private final XmlNotes notes;
  private final List<Link> links = new ArrayList<>();
  private final List<Joint> joints = new ArrayList<>();
  private final Set<String> linkNames = new HashSet<>();
  private final Set<String> jointNames = new HashSet<>();

  BodyTree(
      DefaultClasses defaults,
      Compiler compiler,
      MeshAssets meshes,
      Set<String> paired,
      XmlNotes notes) {
    this.defaults = defaults;
    this.compiler = compiler;
    this.meshes = meshes;
    this.paired = paired;
    this.notes = notes;
  }

  /** What stands inside a body, frames between them dissolved. */
  private record Content(
      List<Part> joints, List<Part> geoms, List<Part> bodies, List<XmlElement> inertials) {

    Content() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /** A part of a body B on its defaults, in a frame F of the body. */
  private record Part(Layers layers, Placement X_BF, String childClass) {}

  List<Link> links() {
    return links;
  }

  List<Joint> joints() {
    return joints;
  }

  /** What was read as the root. */
  record Root(String name, Placement X_WB, boolean floating) {}

  /**
   * Reads the bodies of the world. A single one that does not move on the world is the root;
   * otherwise the world is, as a link without mass.
   */
  Root read(List<XmlElement> worlds) {
    Content world = new Content();
    for (XmlElement element : worlds) {
      String childClass = childClass(element, DefaultClasses.MAIN);
      collect(element, Placement.IDENTITY, childClass, world);
    }
    world.geoms().forEach(it -> note(it, "geoms of the world are scenery; left out"));
    if (world.bodies().isEmpty()) {
      throw worlds.get(0).problem("found no body; expected the bodies of a robot");
    }
    if (world.bodies().size() == 1) {
      Part only = world.bodies().get(0);
      Content content = content(only);
      boolean floating = content.joints().stream().anyMatch(BodyTree::isFree);
      if (content.joints().isEmpty() || floating) {
        if (content.joints().size() > 1) {
          throw content
              .joints()
              .get(1)
              .layers()
              .element()
              .problem("found a joint beside a free joint; expected the free joint alone");
        }
        String name = linkName(only);
        addLink(name, only, content);
        return new Root(name, placement(only), floating);
      }
    }
    linkNames.add(MjcfNames.WORLD);
    links.add(new Link(MjcfNames.WORLD, Optional.empty(), List.of()));
    world.bodies().forEach(body -> addBody(MjcfNames.WORLD, body));
    return new Root(MjcfNames.WORLD, Placement.IDENTITY, false);
  }

  private static boolean isFree(Part joint) {
    XmlElement element = joint.layers().element();
    return element.name().equals("freejoint")
        || joint.layers().text("type").orElse("hinge").equals("free");
  }

  private void note(Part part, String what) {
    notes.add(part.layers().element(), what);
  }

  private String childClass(XmlElement element, String inherited) {
    String own = element.text("childclass").orElse(inherited);
    defaults.require(element, own);
    return own;
  }

  private Placement placement(Part body) {
    return body.X_BF().times(Placement.of(body.layers(), compiler));
  }

  private Content content(Part body) {
    Content content = new Content();
    collect(body.layers().element(), Placement.IDENTITY, body.childClass(), content);
    return content;
  }

  private void collect(XmlElement parent, Placement X_BF, String childClass, Content content) {
    for (XmlElement child : parent.children()) {
      switch (child.name()) {
        case "body", "frame" -> {
          String own = childClass(child, childClass);
          Layers layers = new Layers(List.of(child));
          if (child.name().equals("body")) {
            content.bodies().add(new Part(layers, X_BF, own));
          } else {
            collect(child, X_BF.times(Placement.of(layers, compiler)), own, content);
          }
        }
        case "joint", "freejoint" ->
            content.joints().add(new Part(defaults.layers(child, childClass), X_BF, childClass));
        case "geom" ->
            content.geoms().add(new Part(defaults.layers(child, childClass), X_BF, childClass));
        case "inertial" -> content.inertials().add(child);
        default -> {
          if (!SCENERY.contains(child.name())) {
            throw child.problem(
                "found <"
                    + child.name()
                    + "> in a body, which is not read; expected body, joint, geom, inertial, site,"
                    + " camera, light or frame; write out what it stands for");
          }
          notes.add(child, "<" + child.name() + "> has no place in a robot model; left out");
        }
      }
    }
  }

  private String linkName(Part body) {
    XmlElement element = body.layers().element();
    String name = element.has("name") ? element.required("name") : "body" + (links.size() + 1);
    if (!linkNames.add(name)) {
      throw element.problem(
          "found a second body " + XmlElement.quoted(name) + "; expected unique names; rename one");
    }
    if (element.text("mocap").orElse("false").equals("true")) {
      notes.add(element, "a mocap body is moved from outside; taken as fixed");
    }
    if (element.number("gravcomp").orElse(0) != 0) {
      notes.add(element, "gravcomp is not part of a robot model; left out");
    }
    return name;
  }

  /** Adds the joints that carry a body, the body, and all that it carries. */
  private void addBody(String parent, Part body) {
    String name = linkName(body);
    Content content = content(body);
    new JointChain(parent, name, placement(body)).add(content.joints(), body);
    addLink(name, body, content);
  }

  private void addLink(String name, Part body, Content content) {
    links.add(new Link(name, mass(body, content), colliders(name, content)));
    content.bodies().forEach(child -> addBody(name, child));
  }

  private Optional<MassProperties> mass(Part body, Content content) {
    if (content.inertials().size() > 1) {
      throw content.inertials().get(1).problem("found a second <inertial>; expected one");
    }
    boolean fromGeoms =
        switch (compiler.inertia()) {
          case STATED -> false;
          case GEOMS -> true;
          case STATED_ELSE_GEOMS -> content.inertials().isEmpty();
        };
    if (!fromGeoms) {
      return content.inertials().isEmpty()
          ? Optional.empty()
          : Inertial.of(content.inertials().get(0), compiler);
    }
    Optional<MassProperties> sum = Optional.empty();
    for (Part part : content.geoms()) {
      Geom geom = Geom.of(part.layers(), part.X_BF(), compiler);
      if (geom.hasMass(compiler)) {
        Optional<MassProperties> mass = massOf(geom, body);
        sum =
            sum.isPresent() && mass.isPresent()
                ? sum.map(it -> it.plus(mass.get()))
                : sum.or(() -> mass);
      }
    }
    return sum;
  }

  private Optional<MassProperties> massOf(Geom geom, Part body) {
    try {
      return geom.mass(meshes);
    } catch (IllegalArgumentException e) {
      throw geom.layers()
          .element()
          .problem(
              e.getMessage()
                  + "; expected an <inertial> element in "
                  + body.layers().element().text("name").orElse("the body"));
    }
  }

  private List<Collider> colliders(String body, Content content) {
    List<Collider> colliders = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Part part : content.geoms()) {
      Geom geom = Geom.of(part.layers(), part.X_BF(), compiler);
      if (!geom.collides(paired)) {
        continue;
      }
      geom.shape(meshes)
          .ifPresentOrElse(
              shape ->
                  colliders.add(
                      new Collider(
                          geomName(part, body, taken),
                          shape,
                          geom.placement().position(),
                          geom.placement().rotation())),
              () -> {
                if (!geom.type().equals("mesh")) {
                  note(part, "a geom of type " + geom.type() + " has no like shape; left out");
                }
              });
    }
    return colliders;
  }

  /** Its own name without that of its body, or a number. */
  private static String geomName(Part part, String body, Set<String> taken) {
    String given = part.layers().element().text("name").orElse("");
    String name = given.startsWith(body + "/") ? given.substring(body.length() + 1) : given;
    for (int i = taken.size() + 1; name.isEmpty() || !taken.add(name); i++) {
      name = "geom" + i;
    }
    return name;
  }

  /**
   * The joints between a body and its parent. MuJoCo gives a body several joints, each about an
   * axis through a point of the body, one after the other; here each carries a link, all but the
   * last without mass, in whose origin it stands. If the body's own origin lies elsewhere, a fixed
   * joint leads there.
   */
  private final class JointChain {

    private final String body;
    private String link;
    private Placement next;

    JointChain(String parent, String body, Placement X_PB) {
      this.body = body;
      this.link = parent;
      this.next = X_PB;
    }

    void add(List<Part> parts, Part owner) {
      for (int i = 0; i < parts.size(); i++) {
        Vec3 anchor = anchor(parts.get(i));
        boolean last = i == parts.size() - 1 && anchor.equals(Vec3.ZERO);
        addJoint(parts.get(i), anchor, last ? body : newLink(), i);
        next = new Placement(anchor.negated(), Quat.IDENTITY);
      }
      if (!link.equals(body)) {
        joints.add(
            new Joint(
                newJoint(owner.layers().element(), body + "-mount"),
                Joint.Type.FIXED,
                link,
                body,
                next.position(),
                next.rotation(),
                Vec3.Z,
                0,
                0,
                0,
                0,
                0));
      }
    }

    private Vec3 anchor(Part part) {
      return part.X_BF().transform(part.layers().vector("pos").orElse(Vec3.ZERO));
    }

    private String newLink() {
      String name = body + "-joint";
      for (int i = 1; !linkNames.add(name); i++) {
        name = body + "-joint" + i;
      }
      links.add(new Link(name, Optional.empty(), List.of()));
      return name;
    }

    private String newJoint(XmlElement element, String name) {
      if (!jointNames.add(name)) {
        throw element.problem("found a second joint " + XmlElement.quoted(name) + "; rename one");
      }
      return name;
    }

    private void addJoint(Part part, Vec3 anchor, String child, int index) {
      Layers layers = part.layers();
      XmlElement element = layers.element();
      String type =
          isFree(part) ? "free" : layers.choice("type", "hinge", "hinge", "slide", "ball", "free");
      if (type.equals("ball") || type.equals("free")) {
        throw element.problem(
            type.equals("ball")
                ? "found a ball joint; expected hinges and slides; use three hinges in its place"
                : "found a free joint; expected it in the only body of the world alone");
      }
      boolean hinge = type.equals("hinge");
      double[] range = bounds(layers, hinge);
      Vec3 axis = part.X_BF().rotation().rotate(axis(layers));
      double reference = scaled(layers.number("ref").orElse(0), hinge);
      // the file's pose of the body is that at q = ref
      Vec3 slid = hinge ? Vec3.ZERO : axis.times(-reference);
      Quat turned = hinge ? Quat.aboutAxis(axis, -reference) : Quat.IDENTITY;
      Placement X_LC = next.times(new Placement(anchor.plus(slid), turned));
      noteOmissions(layers);
      joints.add(
          new Joint(
              newJoint(element, element.text("name").orElse(body + "-hinge" + (index + 1))),
              hinge ? Joint.Type.REVOLUTE : Joint.Type.PRISMATIC,
              link,
              child,
              X_LC.position(),
              X_LC.rotation(),
              axis,
              range[0],
              range[1],
              notNegative(layers, "damping"),
              notNegative(layers, "frictionloss"),
              notNegative(layers, "armature")));
      link = child;
    }

    private Vec3 axis(Layers layers) {
      Vec3 axis = layers.vector("axis").orElse(Vec3.Z);
      if (axis.norm() < 1e-10) {
        throw layers.of("axis").problem("axis has no length; expected a direction");
      }
      return axis.normalized();
    }

    private double scaled(double value, boolean hinge) {
      return hinge ? compiler.angle(value) : value;
    }

    private double[] bounds(Layers layers, boolean hinge) {
      if (!layers.limited("limited", "range", compiler)) {
        return new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
      }
      double[] range = layers.numbers("range", 2, 2);
      return new double[] {scaled(range[0], hinge), scaled(range[1], hinge)};
    }

    /** The first of a polynomial's coefficients; the others have no place. */
    private double notNegative(Layers layers, String attribute) {
      double[] values = layers.numbers(attribute, 1, 3);
      if (values.length > 1) {
        notes.add(layers.element(), "a damper that is not linear is read as linear");
      }
      double value = values.length == 0 ? 0 : values[0];
      if (value < 0) {
        throw layers.of(attribute).problem(attribute + " is " + value + "; expected 0 or more");
      }
      return value;
    }

    private void noteOmissions(Layers layers) {
      if (layers.numbers("stiffness", 1, 3).length > 0
          && layers.numbers("stiffness", 1, 3)[0] != 0) {
        notes.add(layers.element(), "a joint has a spring (stiffness); left out");
      }
      if (layers.has("actuatorfrcrange")) {
        notes.add(layers.element(), "a joint limits its actuators (actuatorfrcrange); left out");
      }
      if (layers.has("springdamper")) {
        notes.add(layers.element(), "a joint has a springdamper; left out");
      }
    }
  }
}
