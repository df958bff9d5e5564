package io.github.memoryleak.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.github.memoryleak.maven",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule what_measures_and_judges_sees_no_type_of_maven =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..maven.fork..",
              "..maven.judge..",
              "..maven.report..",
              "..maven.dump..",
              "..maven.files..",
              "..maven.bench..",
              "..maven.http..",
              "..maven.recording..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..");

  @ArchTest
  static final ArchRule the_goals_stay_on_top =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..maven.settings..",
              "..maven.selection..",
              "..maven.launcher..",
              "..maven.fork..",
              "..maven.judge..",
              "..maven.build..",
              "..maven.dump..",
              "..maven.files..",
              "..maven.bench..",
              "..maven.http..",
              "..maven.recording..",
              "..maven.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.memoryleak.maven");
}
