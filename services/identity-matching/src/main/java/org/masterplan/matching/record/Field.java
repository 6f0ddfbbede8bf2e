package org.masterplan.matching.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field of the dictionary (contracts.md, command line).
 *
 * @param name the dictionary's name, such as {@code surname} or {@code number:income}
 */
public record Field(String name, FieldType type, Role role) {
  private static final Map<String, Field> DICTIONARY = new LinkedHashMap<>();

  static {
    put("fullName", FieldType.PERSON_NAME, Role.NAME);
    put("givenName", FieldType.GIVEN_NAME, Role.NAME);
    put("middleName", FieldType.MIDDLE_NAME, Role.NAME);
    put("surname", FieldType.SURNAME, Role.NAME);
    put("birthDate", FieldType.DATE, Role.BIRTH);
    put("birthYear", FieldType.YEAR, Role.BIRTH);
    put("gender", FieldType.GENDER, Role.GENDER);
    put("phone", FieldType.PHONE, Role.CONTACT);
    put("email", FieldType.EMAIL, Role.CONTACT);
    put("nationalId", FieldType.NATIONAL_ID, Role.IDENTIFIER);
    put("street", FieldType.ADDRESS, Role.PLACE);
    put("ward", FieldType.PLACE, Role.PLACE);
    put("district", FieldType.PLACE, Role.PLACE);
    put("province", FieldType.PLACE, Role.PLACE);
    put("city", FieldType.PLACE, Role.PLACE);
    put("postcode", FieldType.POSTCODE, Role.PLACE);
    put("country", FieldType.PLACE, Role.PLACE);
    put("occupation", FieldType.TEXT, Role.DESCRIPTION);
    put("birthPlace", FieldType.PLACE, Role.DESCRIPTION);
    put("organisation", FieldType.ORGANISATION, Role.DESCRIPTION);
    put("handle", FieldType.CODE, Role.IDENTIFIER);
  }

  private static void put(String name, FieldType type, Role role) {
    DICTIONARY.put(name, new Field(name, type, role));
  }

  /** The fields with a fixed name, in the order of the contract. */
  public static List<Field> dictionary() {
    return List.copyOf(DICTIONARY.values());
  }

  /** The field of that name, where {@code number:x} and {@code text:x} name any further field. */
  public static Optional<Field> find(String name) {
    if (name.startsWith("number:") && name.length() > 7) {
      return Optional.of(new Field(name, FieldType.NUMBER, Role.DESCRIPTION));
    }
    if (name.startsWith("text:") && name.length() > 5) {
      return Optional.of(new Field(name, FieldType.TEXT, Role.DESCRIPTION));
    }
    return Optional.ofNullable(DICTIONARY.get(name));
  }

  /** As {@link #find}, for names written in code. */
  public static Field of(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no field '" + name + "' in dictionary"));
  }
}
