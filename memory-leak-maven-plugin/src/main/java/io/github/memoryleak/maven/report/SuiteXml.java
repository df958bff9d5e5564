package io.github.memoryleak.maven.report;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a suite in the form of Surefire's schema, version 3.0. */
final class SuiteXml {

  private final XMLStreamWriter xml;

  private SuiteXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(Suite suite) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new SuiteXml(xml).document(suite);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A writer into memory failed", e);
    }
    return text.append('\n').toString();
  }

  private void document(Suite suite) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine("");
    xml.writeStartElement("testsuite");
    attribute("name", suite.name());
    attribute("time", seconds(suite.millis()));
    attribute("tests", Integer.toString(suite.cases().size()));
    attribute("errors", Long.toString(suite.count(SuiteCase.Outcome.ERROR)));
    attribute("skipped", "0");
    attribute("failures", Long.toString(suite.count(SuiteCase.Outcome.FAILURE)));
    for (SuiteCase testCase : suite.cases()) {
      testCase(testCase);
    }
    newLine("");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void testCase(SuiteCase testCase) throws XMLStreamException {
    newLine("  ");
    xml.writeStartElement("testcase");
    attribute("name", testCase.name());
    attribute("classname", testCase.className());
    attribute("time", seconds(testCase.millis()));
    CaseText text = new CaseText(testCase);
    switch (testCase.outcome()) {
      case PASSED -> {}
      case FAILURE -> outcome("failure", text);
      case ERROR -> outcome("error", text);
    }
    String levels = text.levels();
    if (!levels.isEmpty()) {
      newLine("    ");
      xml.writeStartElement("system-out");
      xml.writeCharacters(legal(levels));
      xml.writeEndElement();
    }
    newLine("  ");
    xml.writeEndElement();
  }

  private void outcome(String element, CaseText text) throws XMLStreamException {
    newLine("    ");
    xml.writeStartElement(element);
    attribute("message", text.message());
    attribute("type", text.type());
    xml.writeCharacters(legal(text.body()));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  private void newLine(String indent) throws XMLStreamException {
    xml.writeCharacters("\n" + indent);
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  /** The text with a replacement character for each character that XML 1.0 cannot hold. */
  static String legal(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isLegal(c) ? c : 0xFFFD));
    return out.toString();
  }

  private static boolean isLegal(int c) {
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r';
    }
    return !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
  }
}
