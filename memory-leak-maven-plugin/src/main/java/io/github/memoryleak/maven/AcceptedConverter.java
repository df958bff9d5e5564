package io.github.memoryleak.maven;

import io.github.memoryleak.finding.Baseline;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.Suppression;
import io.github.memoryleak.maven.report.BaselineFile;
import io.github.memoryleak.maven.report.SuppressionFile;
import io.github.memoryleak.maven.settings.TestSettings.Accepted;
import io.github.memoryleak.maven.settings.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads which leaks are accepted. */
final class AcceptedConverter {
  private final TestMojo mojo;

  AcceptedConverter(TestMojo mojo) {
    this.mojo = mojo;
  }

  Accepted convert() {
    return new Accepted(
        mojo.baseline.toPath(), baseline(), mojo.updateBaseline, suppressions(), owners());
  }

  private Baseline baseline() {
    try {
      return new BaselineFile(mojo.baseline.toPath()).read();
    } catch (IOException e) {
      throw new UserError(e.getMessage() + ".", e);
    }
  }

  private List<Suppression> suppressions() {
    List<Suppression> all = new ArrayList<>();
    for (io.github.memoryleak.maven.Suppression element : mojo.suppressions) {
      all.add(element.toRule(all.size() + 1));
    }
    if (mojo.suppressionsFile != null) {
      all.addAll(read(mojo.suppressionsFile));
    }
    return all;
  }

  private static List<Suppression> read(File file) {
    try {
      return new SuppressionFile(file.toPath()).read();
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + file + ": check leak.suppressionsFile.", e);
    } catch (IOException e) {
      throw new UserError(e.getMessage() + ".", e);
    }
  }

  private Set<Owner> owners() {
    Set<Owner> owners = EnumSet.noneOf(Owner.class);
    for (String text : mojo.failOnOwners) {
      owners.add(owner(text));
    }
    return owners;
  }

  private static Owner owner(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(Owner.values())
        .filter(o -> o.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "leak.failOnOwners must be application, library or test_infrastructure, but has '"
                        + text
                        + "'."));
  }
}
