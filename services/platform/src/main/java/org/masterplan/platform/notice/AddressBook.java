package org.masterplan.platform.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Addresses in a file, one line for each inbox: {@code employees/lan = lan@example.com vi}. The
 * left side is an employee, a subject, an office as {@link Offices} names it, or a business unit;
 * behind the address stands the language, English if none does. Read anew for each digest.
 */
public final class AddressBook implements Recipients {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String EMPLOYEES = "employees/";

  private final Path file;

  public AddressBook(Path file) {
    this.file = file;
  }

  @Override
  public Optional<Recipient> find(String subject) {
    var lines = read();
    // An employee and whoever signs in under the same id share one inbox, and so one address.
    var other =
        subject.startsWith(EMPLOYEES) ? subject.substring(EMPLOYEES.length()) : EMPLOYEES + subject;
    return Optional.ofNullable(lines.getProperty(subject))
        .or(() -> Optional.ofNullable(lines.getProperty(other)))
        .map(AddressBook::recipient);
  }

  private static Recipient recipient(String line) {
    var words = BLANKS.split(line.strip(), 2);
    var language = words.length > 1 ? Locale.forLanguageTag(words[1]) : Locale.ENGLISH;
    return new Recipient(words[0], language);
  }

  private Properties read() {
    var lines = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      lines.load(in);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
