package io.github.memoryleak.maven.dump;

/** What a JVM is told to record, in the Flight Recorder's own form. */
public final class RecordingSettings {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration version="2.0" label="Memory leak gate">
      """;
  private static final String ALLOCATION =
      """
        <event name="jdk.ObjectAllocationInNewTLAB">
          <setting name="enabled">true</setting>
          <setting name="stackTrace">true</setting>
        </event>
        <event name="jdk.ObjectAllocationOutsideTLAB">
          <setting name="enabled">true</setting>
          <setting name="stackTrace">true</setting>
        </event>
      """;
  private static final String OTHERS =
      """
        <event name="jdk.ThreadStart">
          <setting name="enabled">true</setting>
          <setting name="stackTrace">true</setting>
        </event>
        <event name="jdk.GarbageCollection">
          <setting name="enabled">true</setting>
        </event>
        <event name="jdk.GCHeapSummary">
          <setting name="enabled">true</setting>
        </event>
        <event name="jdk.GCConfiguration">
          <setting name="enabled">true</setting>
        </event>
        <event name="jdk.JVMInformation">
          <setting name="enabled">true</setting>
        </event>
        <event name="io.github.memoryleak.TestRun">
          <setting name="enabled">true</setting>
        </event>
      </configuration>
      """;

  /** The same events as those of the tests' recordings. */
  public static final String JFC = HEAD + ALLOCATION + OTHERS;

  /** The same without allocation, which another recorder notes. */
  public static final String JFC_WITHOUT_ALLOCATION = HEAD + OTHERS;

  private RecordingSettings() {}
}
