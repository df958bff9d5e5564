package io.github.memoryleak.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a Maven project around a case of the corpus. */
final class CorpusProject {
  private CorpusProject() {}

  /** {@return the project of a case, in a folder of its own} */
  static MavenRun of(CorpusCase subject) throws IOException {
    Path folder = Settings.work().resolve("corpus");
    Path project = folder.resolve(subject.id() + "-" + subject.variant());
    Path tests = project.resolve("src/test/java");
    Files.createDirectories(tests);
    Files.createDirectories(project.resolve(".mvn"));
    Files.writeString(project.resolve("pom.xml"), pom(subject));
    Files.writeString(tests.resolve("Scenario.java"), subject.scenario());
    Files.writeString(tests.resolve("ScenarioTest.java"), test(subject.operations()));
    MavenRun.copyParent(folder);
    return MavenRun.in(project);
  }

  private static String test(int operations) {
    return """
        import org.junit.jupiter.api.Test;

        class ScenarioTest {
          static Scenario scenario;

          @Test
          void runs() throws Exception {
            if (scenario == null) {
              scenario = new Scenario();
            }
            for (int i = 0; i < %d; i++) {
              scenario.run();
            }
          }
        }
        """
        .formatted(operations);
  }

  private static String pom(CorpusCase subject) throws IOException {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>com.acme</groupId>
            <artifactId>setup-parent</artifactId>
            <version>1</version>
            <relativePath>../setup-parent/pom.xml</relativePath>
          </parent>
          <artifactId>%s-%s</artifactId>
          <dependencies>
            <dependency>
              <groupId>org.junit.jupiter</groupId>
              <artifactId>junit-jupiter</artifactId>
            </dependency>
        %s
          </dependencies>
          <build>
            <plugins>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-surefire-plugin</artifactId>
                <configuration>
                  <argLine>%s</argLine>
                </configuration>
              </plugin>
              <plugin>
                <groupId>io.github.memoryleak</groupId>
                <artifactId>memory-leak-maven-plugin</artifactId>
                <version>${leak.version}</version>
              </plugin>
            </plugins>
          </build>
        </project>
        """
        .formatted(
            subject.id(),
            subject.variant(),
            dependencies(subject.dependencies()),
            subject.jvmArguments());
  }

  private static String dependencies(List<String> coordinates) {
    return coordinates.stream().map(CorpusProject::dependency).collect(Collectors.joining("\n"));
  }

  private static String dependency(String coordinates) {
    String[] parts = coordinates.split(":");
    String classifier = parts.length > 3 ? "<classifier>" + parts[3] + "</classifier>" : "";
    return "    <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>"
        .formatted(parts[0], parts[1], parts[2], classifier);
  }
}
