package org.masterplan.profiles.source.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.text.Texts;

/**
 * What columns are called, in English and Vietnamese. Words are compared without case and marks, so
 * that "Số ĐT", "so_dt" and "SoDT" are one.
 */
final class HeaderWords {
  /** A field that the id column competes under. */
  static final String ID = "id";

  private static final double WHOLE = 1.0;
  private static final double PART = 0.7;

  /** Spellings per field, folded, words apart. A spelling of one word must be the whole header. */
  private static final Map<String, List<String>> WORDS = words();

  private HeaderWords() {}

  /** How well the header says that its column is that field, 0-1. */
  static double score(String header, String field) {
    var words = split(header);
    var joined = String.join("", words);
    double best = 0;
    for (var spelling : WORDS.getOrDefault(field, List.of())) {
      if (joined.equals(spelling.replace(" ", ""))) {
        return WHOLE;
      }
      // The more of the header a spelling explains, the surer it is.
      if (contains(words, List.of(spelling.split(" ")))) {
        best = Math.max(best, PART + 0.02 * Math.min(10, spelling.length()) - 0.03 * words.size());
      }
    }
    return Math.max(0, best);
  }

  static Iterable<String> fields() {
    return WORDS.keySet();
  }

  private static List<String> split(String header) {
    var apart = header.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
    var words = new ArrayList<String>();
    for (var word : Texts.fold(apart).split("[^a-z0-9]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean contains(List<String> words, List<String> spelling) {
    return java.util.Collections.indexOfSubList(words, spelling) >= 0;
  }

  private static Map<String, List<String>> words() {
    var all = new LinkedHashMap<String, List<String>>();
    put(
        all,
        ID,
        "id|ma|code|key|stt|so tt|ma kh|ma khach hang|ma khach|ma so|ma so khach hang|"
            + "customer id|customer code|customer no|customer number|cust id|user id|member id|"
            + "record id|row id|ma hoi vien|ma thanh vien|ma ho so|so ho so|ma the|so the|card no|"
            + "ma dang ky|contact id|client id|lead id|uid|no|ma nguoi dung|ma phieu|order id");
    put(
        all,
        "nationalId",
        "national id|nationalid|cccd|cmnd|cmt|cmtnd|can cuoc|can cuoc cong dan|"
            + "so cccd|so cmnd|so cmt|chung minh nhan dan|chung minh thu|so can cuoc|so dinh danh|"
            + "dinh danh ca nhan|identity card|identity number|id card|id number|citizen id|"
            + "citizen number|giay to|so giay to|cmnd cccd|id no|personal id|identity no|identity");
    put(
        all,
        "email",
        "email|e mail|mail|thu dien tu|dia chi email|dia chi mail|email address|hop thu");
    put(
        all,
        "phone",
        "phone|mobile|tel|telephone|cell|cellphone|phone number|phone no|"
            + "mobile phone|mobile number|contact number|dien thoai|so dien thoai|sdt|so dt|dt|dtdd|"
            + "di dong|so di dong|dien thoai di dong|sodt|so lien lac|lien lac|lien he|hotline|msisdn|"
            + "so may|phone1|zalo phone|so zalo");
    put(
        all,
        "fullName",
        "full name|fullname|name|customer name|customer|client name|contact name|"
            + "member name|ho ten|ho va ten|hoten|ten khach hang|ten kh|ten day du|ten khach|"
            + "khach hang|ho ten khach hang|ten hoi vien|ten thanh vien|display name|nguoi mua|"
            + "ten nguoi mua|ten hien thi|ho ten kh|nguoi nhan|ten nguoi nhan|hovaten");
    put(all, "surname", "surname|last name|lastname|family name|ho|lname");
    put(all, "middleName", "middle name|middlename|middle|ten dem|ten lot|dem|lot|ho dem|mname");
    put(all, "givenName", "given name|givenname|first name|firstname|ten|ten goi|fname|ten rieng");
    put(
        all,
        "birthDate",
        "birth date|birthdate|date of birth|dob|birthday|born|ngay sinh|"
            + "ngay thang nam sinh|sinh nhat|ns|ngay sn|ngaysinh|sinh ngay|birth day");
    put(all, "birthYear", "birth year|birthyear|year of birth|yob|nam sinh|namsinh|nam sn");
    put(all, "gender", "gender|sex|gioi tinh|gt|phai|gioi|nam nu");
    put(
        all,
        "street",
        "street|address|address line|street address|dia chi|so nha|duong|dia chi nha|"
            + "addr|dchi|address 1|dia chi nhan hang|noi o|cho o|so nha duong|diachi");
    put(all, "ward", "ward|phuong|xa|phuong xa|xa phuong|commune|thi tran");
    put(all, "district", "district|quan|huyen|quan huyen|qh|huyen quan");
    put(
        all,
        "province",
        "province|tinh|tinh thanh|tinh thanh pho|tinh tp|region|state|tinhthanh|" + "khu vuc");
    put(all, "city", "city|thanh pho|tp|town");
    put(all, "postcode", "postcode|post code|postal code|zip|zip code|ma buu dien|ma buu chinh");
    put(all, "country", "country|quoc gia|nuoc|nation");
    put(
        all,
        "occupation",
        "occupation|job|job title|profession|nghe nghiep|nghe|cong viec|chuc vu");
    put(all, "birthPlace", "birth place|birthplace|place of birth|noi sinh|que quan|nguyen quan");
    put(
        all,
        "organisation",
        "organisation|organization|company|employer|cong ty|don vi|to chuc|"
            + "noi lam viec|co quan");
    put(
        all,
        "handle",
        "handle|username|user name|nick|nickname|nick name|account|tai khoan|"
            + "facebook|zalo|tiktok|facebook id|zalo id|ten dang nhap|fb|screen name|biet danh");
    return all;
  }

  private static void put(Map<String, List<String>> all, String field, String spellings) {
    all.put(field, List.of(spellings.split("\\|")));
  }
}
