package io.github.memoryleak.maven.report;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Validates test reports against our schema, or against {@code -Dtest.report.schema=<file>}. */
final class XmlCheck {

  private static final Schema SCHEMA = schema();

  private XmlCheck() {}

  static void isValid(Path file) {
    try {
      SCHEMA.newValidator().validate(new StreamSource(file.toFile()));
    } catch (SAXException | IOException e) {
      throw new AssertionError(file + ": " + e.getMessage(), e);
    }
  }

  private static Schema schema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(location());
    } catch (SAXException | MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL location() throws MalformedURLException {
    String other = System.getProperty("test.report.schema");
    return other == null
        ? XmlCheck.class.getResource("test-report.xsd")
        : Path.of(other).toUri().toURL();
  }
}
