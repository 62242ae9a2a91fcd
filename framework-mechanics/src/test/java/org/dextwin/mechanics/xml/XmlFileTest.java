package org.dextwin.mechanics.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlFileTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("model.xml"), text);
  }

  private XmlElement read(String text) throws IOException {
    return XmlFile.read(file(text));
  }

  @Test
  void elementsKnowTheirAttributesChildrenAndLines() throws IOException {
    XmlElement root =
        read("<a x='1 2  3'>\n text <!-- c --> <b/>\n<b name='&lt;&amp;&#x41;'/></a>");
    assertThat(root.numbers("x", 3, 3)).containsExactly(1, 2, 3);
    assertThat(root.children("b")).hasSize(2);
    assertThat(root.children().get(1).text("name")).contains("<&A");
    assertThat(root.children().get(1).line()).isEqualTo(3);
    assertThat(root.has("y")).isFalse();
    assertThat(root.numbers("y", 3, 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "text",
        "<a>",
        "<a></b>",
        "<a x='1' x='2'/>",
        "<a x=1/>",
        "<a>&b;</a>",
        "<a/><b/>"
      })
  void malformedFilesAreRefusedWithTheirName(String text) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> XmlFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining("expected");
  }

  @Test
  void aBombOfEntitiesIsRefusedAtItsDeclaration() throws IOException {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'boom'>\n");
    for (int i = 1; i < 20; i++) {
      bomb.append("<!ENTITY e").append(i).append(" '");
      bomb.append(("&e" + (i - 1) + ";").repeat(10)).append("'>\n");
    }
    assertThatThrownBy(() -> read(bomb + "]><a>&e19;</a>"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void filesOutsideAreNotRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hidden");
    assertThatThrownBy(
            () -> read("<!DOCTYPE a [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]><a x='&s;'/>"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageNotContaining("hidden");
    assertThatThrownBy(() -> read("<!DOCTYPE a SYSTEM '" + secret.toUri() + "'><a/>"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void depthIsBounded() throws IOException {
    int allowed = XmlFile.MAX_DEPTH;
    assertThat(read("<a>".repeat(allowed) + "</a>".repeat(allowed)).children()).hasSize(1);
    assertThatThrownBy(() -> read("<a>".repeat(allowed + 1) + "</a>".repeat(allowed + 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("inside each other");
    assertThatThrownBy(() -> read("<a>".repeat(100_000)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("inside each other");
  }

  @Test
  void theNumberOfElementsIsBounded() throws IOException {
    Path file = file("<a>" + "<b/>".repeat(XmlFile.MAX_ELEMENTS) + "</a>");
    assertThatThrownBy(() -> XmlFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("split the file");
  }

  @Test
  void missingFilesAndFoldersAreNamed() {
    assertThatThrownBy(() -> XmlFile.read(folder.resolve("none.xml")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.xml: no such file");
    assertThatThrownBy(() -> XmlFile.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a regular file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NaN", "Infinity", "-Infinity", "1e999", "1d", "2f", "0x1p3", "1,5", "one", "--1"})
  void whatIsNoFiniteDecimalNumberIsRefused(String word) throws IOException {
    XmlElement element = read("<a>\n<b x='1 " + word + "'/></a>").children().get(0);
    assertThatThrownBy(() -> element.numbers("x", 1, 3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("model.xml:2: <b>: x holds '" + word + "'");
  }

  @Test
  void aWrongCountIsRefused() throws IOException {
    XmlElement element = read("<a x='1 2'/>");
    assertThatThrownBy(() -> element.vector("x"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("2 numbers; expected 3");
    assertThatThrownBy(() -> element.numbers("x", 3, Integer.MAX_VALUE))
        .hasMessageContaining("expected 3 or more");
    assertThatThrownBy(() -> element.number("x")).hasMessageContaining("expected 1");
  }
}
