package org.masterplan.profiles.dictionary.domain;

import java.util.List;
import java.util.regex.Pattern;

/** The fields that a source's columns can be mapped to. */
public final class Dictionary {
  public static final String FULL_NAME = "fullName";
  public static final String GIVEN_NAME = "givenName";
  public static final String MIDDLE_NAME = "middleName";
  public static final String SURNAME = "surname";
  public static final String BIRTH_DATE = "birthDate";
  public static final String BIRTH_YEAR = "birthYear";
  public static final String GENDER = "gender";
  public static final String PHONE = "phone";
  public static final String EMAIL = "email";
  public static final String NATIONAL_ID = "nationalId";
  public static final String PROVINCE = "province";
  public static final String HANDLE = "handle";

  /** Every named field, in the order in which people read them. */
  public static final List<String> FIELDS =
      List.of(
          FULL_NAME,
          SURNAME,
          MIDDLE_NAME,
          GIVEN_NAME,
          BIRTH_DATE,
          BIRTH_YEAR,
          GENDER,
          PHONE,
          EMAIL,
          NATIONAL_ID,
          "street",
          "ward",
          "district",
          PROVINCE,
          "city",
          "postcode",
          "country",
          "occupation",
          "birthPlace",
          "organisation",
          HANDLE);

  private static final Pattern FREE = Pattern.compile("(number|text):[\\p{L}0-9 _-]{1,60}");

  private Dictionary() {}

  /** Whether columns may be mapped to that field. */
  public static boolean isField(String field) {
    return FIELDS.contains(field) || FREE.matcher(field).matches();
  }
}
