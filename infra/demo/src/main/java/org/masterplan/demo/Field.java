package org.masterplan.demo;

import java.util.List;

/** What a column of a customer database holds, its headings and its word in the dictionary. */
enum Field {
  ID("id", "Mã KH", "ma_kh", "customer_id", "Số hồ sơ"),
  FULL_NAME("fullName", "Họ và tên", "ho_ten", "full_name", "Tên khách hàng"),
  SURNAME("surname", "Họ", "ho", "last_name", "Họ KH"),
  MIDDLE("middleName", "Tên đệm", "ten_dem", "middle_name", "Đệm"),
  GIVEN("givenName", "Tên", "ten", "first_name", "Tên gọi"),
  BIRTH_DATE("birthDate", "Ngày sinh", "ngay_sinh", "dob", "Sinh ngày"),
  BIRTH_YEAR("birthYear", "Năm sinh", "nam_sinh", "year_of_birth", "NS"),
  GENDER("gender", "Giới tính", "gioi_tinh", "sex", "Phái"),
  PHONE("phone", "Số điện thoại", "sdt", "mobile", "Điện thoại"),
  EMAIL("email", "Thư điện tử", "email", "email_address", "E-mail"),
  NATIONAL_ID("nationalId", "CMND/CCCD", "so_cmnd", "id_card_no", "Số căn cước"),
  ADDRESS("street", "Địa chỉ", "dia_chi", "address", "Nơi ở"),
  STREET("street", "Số nhà, đường", "so_nha_duong", "street", "Đường"),
  WARD("ward", "Phường/Xã", "phuong_xa", "ward", "Xã phường"),
  DISTRICT("district", "Quận/Huyện", "quan_huyen", "district", "Huyện"),
  PROVINCE("province", "Tỉnh/Thành phố", "tinh_tp", "province", "Tỉnh"),
  OCCUPATION("occupation", "Nghề nghiệp", "nghe_nghiep", "occupation", "Việc làm"),
  HANDLE("handle", "Tài khoản", "tai_khoan", "username", "Nick"),
  POINTS("number:points", "Điểm tích lũy", "diem", "points", "Điểm"),
  STORE("text:store", "Cửa hàng", "cua_hang", "store", "Điểm bán"),
  PRODUCT("text:product", "Sản phẩm", "san_pham", "product", "Mặt hàng"),
  NOTE("text:note", "Ghi chú", "ghi_chu", "notes", "Nội dung"),
  REGISTERED("text:registered", "Ngày đăng ký", "ngay_dk", "created_at", "Ngày nhập");

  private final String dictionary;
  private final List<String> headings;

  Field(String dictionary, String... headings) {
    this.dictionary = dictionary;
    this.headings = List.of(headings);
  }

  String dictionary() {
    return dictionary;
  }

  /** In the style of the source: vi, ascii, en or vi2. */
  String heading(String style) {
    return headings.get(List.of("vi", "ascii", "en", "vi2").indexOf(style));
  }
}
