package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stays in a registry of the whole JVM is named, with the registry and why it stays. */
@Tag("long")
class RegistryLeaksIT {
  @Test
  void what_stays_in_a_registry_of_the_jvm_is_told_with_it() {
    MavenResult build = MavenRun.of("jvm-wide-registries").run("leak:test");
    assertThat(build.causes())
        .as(build.output())
        .containsExactlyInAnyOrder(
            "adds_a_shutdown_hook: com.acme.Entries$Hook held by static"
                + " java.lang.ApplicationShutdownHooks.hooks. A shutdown hook stays, with all that"
                + " it refers to, until the JVM ends.",
            "registers_a_bean: com.acme.Entries$Bean held by"
                + " com.sun.jmx.mbeanserver.Repository.domainTb. An MBean stays registered, with all"
                + " that it refers to, until it is unregistered.",
            "registers_a_driver: com.acme.Entries$NoDriver held by static"
                + " java.sql.DriverManager.registeredDrivers. A JDBC driver registers itself when"
                + " its class is loaded, and holds its class loader.",
            "deletes_on_exit: java.lang.String held by static java.io.DeleteOnExitHook.files."
                + " File.deleteOnExit() keeps the path until the JVM ends, also when the file is"
                + " gone.",
            "sets_a_system_property: java.lang.String held by static java.lang.System.props. System"
                + " properties hold every object that is put into them.",
            "adds_a_security_provider: com.acme.Entries$NoProvider held by"
                + " sun.security.jca.ProviderList.configs. A security provider stays installed, and"
                + " holds its class loader.",
            "sets_an_uncaught_handler: com.acme.Entries$Handler held by static"
                + " java.lang.Thread.defaultUncaughtExceptionHandler. The default handler of"
                + " uncaught exceptions holds what it refers to.",
            "schedules_a_timer_task: com.acme.Entries$Task held by java.util.TaskQueue.queue. A"
                + " timer's thread keeps its tasks until it is cancelled.",
            "schedules_a_task: com.acme.Entries$Task held by java.util.concurrent.ThreadPoolExecutor.workQueue. A task stays in the"
                + " queue of its scheduler until its time has come, also when it was cancelled.",
            "adds_a_log_handler: com.acme.Entries$LogHandler held by"
                + " java.util.logging.Logger$ConfigurationData.handlers. java.util.logging keeps"
                + " handlers and levels for the whole JVM.",
            "fills_an_inherited_local: com.acme.Entries$Visit held by ThreadLocal of thread heir."
                + " An InheritableThreadLocal is copied to each thread that is started, and stays"
                + " there.");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void what_keeps_a_class_loader_that_was_closed_is_told_with_the_remedy() {
    MavenResult build = MavenRun.of("pinned-class-loaders").run("leak:test");
    String loader = ": com.acme.Plugins$Loader held by ";
    assertThat(build.causes())
        .as(build.output())
        .containsExactlyInAnyOrder(
            "brings_a_driver"
                + loader
                + "static java.sql.DriverManager.registeredDrivers. A JDBC driver registers itself"
                + " when its class is loaded, and holds its class loader.",
            "sets_a_thread_local"
                + loader
                + "ThreadLocal of thread main. A ThreadLocal belongs to the thread, and a pooled"
                + " thread lives on.",
            "adds_a_shutdown_hook"
                + loader
                + "static java.lang.ApplicationShutdownHooks.hooks. A shutdown hook stays, with all"
                + " that it refers to, until the JVM ends.",
            "registers_a_bean"
                + loader
                + "com.sun.jmx.mbeanserver.Repository.domainTb. An MBean stays registered, with all"
                + " that it refers to, until it is unregistered.",
            "adds_a_log_handler"
                + loader
                + "java.util.logging.Logger$ConfigurationData.handlers. java.util.logging keeps"
                + " handlers and levels for the whole JVM.",
            "handles_what_nobody_caught"
                + loader
                + "com.acme.plugin.HandlesWhatNobodyCaught.before. The default handler of uncaught"
                + " exceptions holds what it refers to.");
    assertThat(build.subjects())
        .contains(
            "PASS com.acme.PluginsTest#looks_at_its_beans",
            "PASS com.acme.PluginsTest#asks_for_a_bundle");
  }
}
