package org.masterplan.registry.member.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.Texts;

/**
 * By what a member is known. At least one of them is there.
 *
 * @param platform where the handle is used, empty if not stated
 * @param handle the name used on the platform, as written
 * @param email in lower case
 * @param phone in E.164
 * @param record {@code sources/{source}/records/{record}}
 */
public record Keys(String platform, String handle, String email, String phone, String record) {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern RECORD = Pattern.compile("sources/[^/\\s]+/records/\\S+");
  private static final int MAX_HANDLE = 200;
  private static final int MAX_EMAIL = 320;

  public Keys {
    handle = checkedHandle(handle);
    email = checkedEmail(email);
    phone = checkedPhone(phone);
    record = checkedRecord(record);
    if (handle.isEmpty() && email.isEmpty() && phone.isEmpty() && record.isEmpty()) {
      throw InvalidFields.of("", "MEMBER_WITHOUT_KEY", Map.of());
    }
  }

  /** Every key as one text each, the one that names the member first. */
  public List<String> tokens() {
    var tokens = new ArrayList<String>();
    add(tokens, "handle:" + platform + ":", handle.toLowerCase(Locale.ROOT));
    add(tokens, "record:", record);
    add(tokens, "email:", email);
    add(tokens, "phone:", phone);
    return tokens;
  }

  /** A handle as it is compared, on whichever platform. */
  public static String plain(String handle) {
    return checkedHandle(handle).toLowerCase(Locale.ROOT);
  }

  /** {@code platform:handle}; empty without a handle. */
  public String account() {
    return handle.isEmpty() ? "" : platform + ":" + plain(handle);
  }

  /** These keys, with what they lack taken from {@code before}. */
  public Keys over(Keys before) {
    return new Keys(
        platform,
        or(handle, before.handle),
        or(email, before.email),
        or(phone, before.phone),
        or(record, before.record));
  }

  private static void add(List<String> tokens, String kind, String key) {
    if (!key.isEmpty()) {
      tokens.add(kind + key);
    }
  }

  private static String or(String mine, String other) {
    return mine.isEmpty() ? other : mine;
  }

  private static String checkedHandle(String text) {
    var handle = Texts.canonical(text);
    handle = handle.startsWith("@") ? handle.substring(1) : handle;
    if (Texts.length(handle) > MAX_HANDLE) {
      throw InvalidFields.of(
          "handle", "HANDLE_LENGTH", Map.of("max", Integer.toString(MAX_HANDLE)));
    }
    return handle;
  }

  private static String checkedEmail(String text) {
    var email = Texts.canonical(text).toLowerCase(Locale.ROOT);
    if (!email.isEmpty() && (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches())) {
      throw InvalidFields.of("email", "EMAIL_FORMAT", Map.of());
    }
    return email;
  }

  private static String checkedPhone(String text) {
    var phone = text.strip();
    return phone.isEmpty()
        ? ""
        : Phones.canonical(phone)
            .orElseThrow(() -> InvalidFields.of("phone", "PHONE_FORMAT", Map.of()));
  }

  private static String checkedRecord(String text) {
    var record = text.strip();
    if (!record.isEmpty() && !RECORD.matcher(record).matches()) {
      throw InvalidFields.of("record", "RECORD_FORMAT", Map.of("value", record));
    }
    return record;
  }
}
