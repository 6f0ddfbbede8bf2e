package org.masterplan.allinone.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.command.ModelFile;
import org.masterplan.matching.engine.Learned;
import org.masterplan.matching.mapping.MappingFile;
import org.masterplan.matching.mapping.MappingYaml;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of {@code resolve} and {@code explain}, and what their columns are. */
final class ResolveFiles {
  @Option(names = "--config", paramLabel = "C.yaml", descriptionKey = "config")
  private @Nullable Path config;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      descriptionKey = "matching.threads")
  private int threads;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
  private List<Path> files = new ArrayList<>();

  List<Path> files() {
    return files;
  }

  int threads() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }

  /**
   * What the columns are.
   *
   * @param truth the column that the run is held against and may not see; empty = none
   */
  MappingFile mappings(Output output, String truth) throws IOException, Trouble {
    return config == null ? suggested(output, truth) : read(config);
  }

  /** Nobody said what the columns are: the suggestion is shown, and taken. */
  private MappingFile suggested(Output output, String truth) throws IOException, Trouble {
    var found = ResolveInputs.suggest(files, truth);
    output.line(Phrases.say("resolve.suggested"));
    MappingYaml.write(found).lines().forEach(output::line);
    return found;
  }

  private static MappingFile read(Path config) throws IOException, Trouble {
    try {
      return MappingYaml.read(text(config));
    } catch (InvalidFields e) {
      throw Trouble.unreadable(config + ": " + Faults.words(e));
    }
  }

  /** What an earlier run learned. */
  static Learned learned(Path model) throws IOException, Trouble {
    try {
      return ModelFile.read(text(model));
    } catch (InvalidFields e) {
      throw Trouble.unreadable(model + ": " + Faults.words(e));
    }
  }

  static String text(Path file) throws IOException, Trouble {
    try {
      return Files.readString(ImportCommand.readable(file));
    } catch (CharacterCodingException _) {
      throw Trouble.unreadable(Phrases.say("resolve.notUtf8", Map.of("file", file)));
    }
  }
}
