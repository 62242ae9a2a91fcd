package com.acme.springlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dimensions of the finger, from a file in the plugin.
 *
 * @param palmMass [kg]
 * @param palmRadius [m]
 * @param phalanges from the palm to the tip
 * @param tipRadius [m]
 * @param lower lower limit of each joint [rad]
 * @param upper upper limit of each joint [rad]
 */
record FingerFile(
    double palmMass,
    double palmRadius,
    List<Phalanx> phalanges,
    double tipRadius,
    double lower,
    double upper) {

  private static final Logger LOG = LoggerFactory.getLogger(FingerFile.class);

  /** A link of the finger. */
  record Phalanx(String name, double length, double mass) {}

  static FingerFile read() {
    try (InputStream file = FingerFile.class.getResourceAsStream("finger.json")) {
      JsonNode json = JsonMapper.builder().build().readTree(file);
      LOG.info("read the finger with Jackson {}", PackageVersion.VERSION);
      List<Phalanx> phalanges = new ArrayList<>();
      for (JsonNode link : json.get("phalanges")) {
        phalanges.add(
            new Phalanx(
                link.get("name").asText(),
                link.get("length-m").asDouble(),
                link.get("mass-kg").asDouble()));
      }
      return new FingerFile(
          json.at("/palm/mass-kg").asDouble(),
          json.at("/palm/radius-m").asDouble(),
          List.copyOf(phalanges),
          json.at("/tip-radius-m").asDouble(),
          json.at("/range-rad/0").asDouble(),
          json.at("/range-rad/1").asDouble());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
