package org.masterplan.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.masterplan.person.v1.ExportPersonDataResponse.Item;
import org.masterplan.profiles.v1.PersonalDataPackage;

class PersonPaperTest {
  private final PersonPaper paper =
      new PersonPaper(new ConsoleConfiguration().messageSource(), ZoneId.of("Asia/Ho_Chi_Minh"));

  @Test
  void everyPartAndValue_isReadable_inBothLanguages() throws IOException {
    assertThat(read("vi"))
        .contains("Mọi dữ liệu về một người", "profiles/p7k2m9")
        .contains("fullName Nguyễn Thị Bưởi", "năm-sinh 1992\n")
        .contains("bản ghi nguồn", "sources/crm/records/1", "21/11/2026")
        .contains("something-new");
    assertThat(read("en"))
        .contains("source record", "21 Nov 2026", "Holdings: 2")
        .contains("it did not answer: social listening");
  }

  private String read(String language) throws IOException {
    var values =
        Struct.newBuilder()
            .putFields("fullName", Value.newBuilder().setStringValue("Nguyễn Thị Bưởi").build())
            .putFields("năm-sinh", Value.newBuilder().setNumberValue(1992).build());
    var record =
        Item.newBuilder()
            .setKind("record")
            .setResource("sources/crm/records/1")
            .setValues(values)
            .setSinceTime(Timestamp.newBuilder().setSeconds(1_795_226_400));
    var held =
        PersonalDataPackage.newBuilder()
            .setProfile("profiles/p7k2m9")
            .addParts(
                PersonalDataPackage.Part.newBuilder()
                    .setService("customer-profiles")
                    .addItems(record)
                    .addItems(Item.newBuilder().setKind("something-new")))
            .addMissing("social-listening")
            .setAsOfTime(Timestamp.newBuilder().setSeconds(1_795_226_400))
            .build();
    try (var file = Loader.loadPDF(paper.of(held, Locale.forLanguageTag(language)))) {
      return new PDFTextStripper().getText(file);
    }
  }
}
