package org.dextwin.testkit;

import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Role;

/** A role of the kit's own tests, with an option and a nested part. */
@Role(value = "probe", options = Probe.Options.class)
public interface Probe extends Component {

  /** The options of the role. */
  record Options(@Key(doc = "How often it looks.", above = 0) double rateHz) {}

  /** The hand that it looks at. */
  Hand hand();
}
