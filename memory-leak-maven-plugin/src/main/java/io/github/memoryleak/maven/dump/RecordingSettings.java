package io.github.memoryleak.maven.dump;

/** What a JVM that is not ours is told to record, in the Flight Recorder's own form. */
public final class RecordingSettings {
  /** The same events as those of the tests' recordings. */
  public static final String JFC =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration version="2.0" label="Memory leak gate">
        <event name="jdk.ObjectAllocationInNewTLAB">
          <setting name="enabled">true</setting>
          <setting name="stackTrace">true</setting>
        </event>
        <event name="jdk.ObjectAllocationOutsideTLAB">
          <setting name="enabled">true</setting>
          <setting name="stackTrace">true</setting>
        </event>
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
      </configuration>
      """;

  private RecordingSettings() {}
}
