package org.masterplan.profiles.connection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;

class DatabaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.example.com/crm, POSTGRESQL, db.example.com:5432, crm",
    "jdbc:postgresql://10.0.0.7:6432/khách_hàng, POSTGRESQL, 10.0.0.7:6432, khách_hàng",
    "jdbc:postgresql://[fd00::1]:6432/crm, POSTGRESQL, [fd00::1]:6432, crm",
    "jdbc:mysql://db/crm, MYSQL, db:3306, crm",
    "jdbc:mariadb://db:3307/crm, MYSQL, db:3307, crm",
    "jdbc:sqlserver://db;databaseName=crm, SQLSERVER, db:1433, crm",
    "jdbc:sqlite:shop.db, SQLITE, shop.db, shop.db"
  })
  void parse_takesApart(String text, DatabaseKind kind, String place, String database) {
    var url = DatabaseUrl.parse(text);

    assertThat(url.kind()).isEqualTo(kind);
    assertThat(url.place()).isEqualTo(place);
    assertThat(url.database()).isEqualTo(database);
    assertThat(url.properties()).isEmpty();
  }

  @Test
  void parse_keepsThePropertiesThatAreAdmitted() {
    assertThat(DatabaseUrl.parse("jdbc:postgresql://db/crm?sslmode=require&socketTimeout=60"))
        .extracting(DatabaseUrl::properties)
        .isEqualTo(Map.of("sslmode", "require", "socketTimeout", "60"));
    assertThat(DatabaseUrl.parse("jdbc:sqlserver://db:1433;encrypt=strict;databaseName=crm"))
        .extracting(DatabaseUrl::properties)
        .isEqualTo(Map.of("encrypt", "strict"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "postgresql://db/crm",
        "jdbc:oracle:thin:x",
        "jdbc:postgresql:crm",
        "jdbc:postgresql://db",
        "jdbc:postgresql://db,other/crm",
        "jdbc:postgresql://db:0/crm",
        "jdbc:postgresql://db:70000/crm",
        "jdbc:postgresql://db/crm?sslmode",
        "jdbc:postgresql://db/crm?sslmode=require&sslmode=disable",
        "jdbc:postgresql://db/crm#x",
        "jdbc:mysql:replication://db/crm",
        "jdbc:sqlserver://db\\instance;databaseName=crm",
        "jdbc:sqlserver://db",
        "jdbc:sqlserver://db;databaseName=;x=y",
        "jdbc:sqlite:",
        "jdbc:sqlite:../shop.db",
        "jdbc:sqlite:/etc/shop.db",
        "jdbc:sqlite:file:shop.db",
        "jdbc:sqlite::memory:"
      })
  void parse_refusesWhatItDoesNotUnderstand(String text) {
    var refused = refused(text);

    assertThat(refused.reason()).isEqualTo("DATABASE_URL");
    assertThat(refused.about()).containsOnlyKeys("field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://lan:s3cret@db/crm",
        "jdbc:postgresql://lan@db/crm",
        "jdbc:postgresql://db/crm?password=s3cret",
        "jdbc:mysql://db/crm?Password=s3cret",
        "jdbc:sqlserver://db;databaseName=crm;pwd=s3cret"
      })
  void parse_refusesAPassword_andDoesNotSayIt(String text) {
    var refused = refused(text);

    assertThat(refused.reason()).isEqualTo("DATABASE_URL_PASSWORD");
    assertThat(refused.about().toString()).doesNotContain("s3cret", "lan");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/crm?socketFactory=x.Y, socketFactory",
    "jdbc:postgresql://db/crm?sslfactory=x.Y, sslfactory",
    "jdbc:postgresql://db/crm?loggerFile=/tmp/x, loggerFile",
    "jdbc:postgresql://db/crm?user=lan, user",
    "jdbc:mysql://db/crm?allowLocalInfile=true, allowLocalInfile",
    "jdbc:mysql://db/crm?sessionVariables=x, sessionVariables",
    "jdbc:sqlserver://db;databaseName=crm;integratedSecurity=true, integratedSecurity",
    "jdbc:sqlite:shop.db?enable_load_extension=true, enable_load_extension"
  })
  void parse_refusesOtherProperties_byName(String text, String property) {
    var refused = refused(text);

    assertThat(refused.reason()).isEqualTo("DATABASE_PROPERTY");
    assertThat(refused.about()).containsEntry("value", property).containsKey("known");
  }

  @Test
  void parse_refusesAPropertysValue_withWhatIsExpected() {
    var refused = refused("jdbc:postgresql://db/crm?socketTimeout=86400");

    assertThat(refused.reason()).isEqualTo("DATABASE_PROPERTY_VALUE");
    assertThat(refused.about())
        .containsEntry("property", "socketTimeout")
        .containsEntry("value", "86400")
        .containsKey("form");
  }

  private static Violation refused(String text) {
    var refusal = catchThrowableOfType(InvalidFields.class, () -> DatabaseUrl.parse(text));
    assertThat(refusal).as(text).isNotNull();
    var violation = refusal.violations().getFirst();
    assertThat(violation.field()).isEqualTo("connection.url");
    return violation;
  }
}
