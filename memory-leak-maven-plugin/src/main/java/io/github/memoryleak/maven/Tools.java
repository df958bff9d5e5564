package io.github.memoryleak.maven;

import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MavenPluginManager;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Parts of Maven that the goals use.
 *
 * @param lifecycle compiles what is needed
 * @param repositories resolves the launcher
 * @param toolchains chooses the JVM
 * @param plugins configures other goals of the same build
 */
record Tools(
    LifecycleExecutor lifecycle,
    RepositorySystem repositories,
    ToolchainManager toolchains,
    MavenPluginManager plugins) {}
