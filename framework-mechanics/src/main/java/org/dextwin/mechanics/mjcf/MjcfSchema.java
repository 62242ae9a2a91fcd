package org.dextwin.mechanics.mjcf;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dextwin.mechanics.xml.XmlElement;

/** The attributes that MuJoCo 3 knows of the elements that are read here. */
final class MjcfSchema {

  private static final String ORIENTATION = "quat axisangle xyaxes zaxis euler";
  private static final String ACTUATOR =
      "name class group nsample interp delay ctrlrange user ctrllimited forcelimited forcerange"
          + " lengthrange gear damping armature cranklength joint jointinparent tendon slidersite"
          + " cranksite site refsite";

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          entry("mujoco", "model"),
          entry("mujocoinclude", ""),
          entry("include", "file prefix"),
          entry(
              "compiler",
              "autolimits boundmass boundinertia settotalmass balanceinertia strippath coordinate"
                  + " angle fitaabb eulerseq meshdir texturedir discardvisual usethread fusestatic"
                  + " inertiafromgeom inertiagrouprange saveinertial assetdir alignfree conflict"
                  + " convexhull exactmeshinertia"),
          entry("default", "class"),
          entry(
              "mesh",
              "name class content_type file vertex normal texcoord face refpos refquat scale"
                  + " smoothnormal maxhullvert inertia builtin params material"),
          entry("worldbody", "name childclass pos mocap gravcomp " + ORIENTATION),
          entry("body", "name childclass pos mocap gravcomp sleep simple user " + ORIENTATION),
          entry("frame", "name childclass pos " + ORIENTATION),
          entry("inertial", "pos mass diaginertia fullinertia " + ORIENTATION),
          entry(
              "joint",
              "name class type group pos axis springdamper limited actuatorfrclimited solreflimit"
                  + " solimplimit solreffriction solimpfriction stiffness range actuatorfrcrange"
                  + " actuatorgravcomp margin ref springref armature damping frictionloss user"),
          entry("freejoint", "name group align"),
          entry(
              "geom",
              "name class type contype conaffinity condim group priority size material friction"
                  + " mass density shellinertia solmix solref solimp margin gap surfacevel adhesion"
                  + " fromto pos hfield mesh fitscale rgba fluidshape fluidcoef user "
                  + ORIENTATION),
          entry(
              "general",
              ACTUATOR
                  + " actlimited actrange body actdim input velrange ffrange dyntype gaintype"
                  + " biastype dynprm gainprm biasprm actearly"),
          entry("motor", ACTUATOR),
          entry("position", ACTUATOR + " inheritrange kp kv dampratio timeconst"));

  private MjcfSchema() {}

  private static Map.Entry<String, Set<String>> entry(String element, String attributes) {
    return Map.entry(element, Set.copyOf(words(attributes)));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /** Refuses attributes that MuJoCo would refuse; elements that are not known here pass. */
  static void check(XmlElement element) {
    Set<String> known = ATTRIBUTES.get(element.name());
    if (known == null) {
      return;
    }
    for (String attribute : element.attributes().keySet()) {
      if (!known.contains(attribute)) {
        throw element.problem(
            "found the attribute '"
                + attribute
                + "', which MJCF does not know; expected one of "
                + new TreeSet<>(known)
                + "; correct or remove it");
      }
    }
  }
}
