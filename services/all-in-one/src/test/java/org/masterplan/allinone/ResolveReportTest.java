package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What {@code resolve} tells people, and programs by {@code --json}. */
@ResourceLock(Resources.LOCALE)
class ResolveReportTest {
  private static final int ALARM_SIZE = 50;

  @TempDir private Path folder;

  /** One person of 60 equal records is large; one of 500 hung together in more than can be. */
  @Test
  void everyAlarm_isListed_forPeopleAndPrograms() throws IOException {
    var rows =
        Stream.of(
                same(60, "a", "Nguyễn Văn Hùng,0912345678,hung.nguyen@example.com"),
                same(500, "b", "Trần Thị Bưởi,0987654321,buoi.tran@example.com"),
                same(3, "c", "Lê Hoàng Yến,0903111222,yen.le@example.com"))
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n", "id,full name,phone,email\n", "\n"));
    var shop = file("shop.csv", rows);

    var json = json(resolve("--json", shop));
    var people = resolve(shop);
    var vietnamese = Typed.run("resolve", "--lang", "vi", "--out", crosswalk().toString(), shop);

    assertThat(json.get("alarms").getAsInt()).isEqualTo(2);
    var alarmed = json.getAsJsonArray("alarmed");
    assertThat(alarmed).hasSize(2);
    assertAlarm(alarmed.get(0), "a001", 60, 0);
    assertAlarm(alarmed.get(1), "b001", 500, 500);
    assertThat(people.text())
        .contains("entity 1: 60 records, the first shop,a001")
        .contains("entity 2: 500 records, cut out of 500 that hung together, the first shop,b001");
    assertThat(vietnamese.text()).contains("thực thể 1: 60 bản ghi, đầu tiên shop,a001");
  }

  private void assertAlarm(JsonElement told, String record, int records, int tied)
      throws IOException {
    var alarm = told.getAsJsonObject();
    assertThat(alarm.get("source").getAsString()).isEqualTo("shop");
    assertThat(alarm.get("record").getAsString()).isEqualTo(record);
    assertThat(alarm.get("records").getAsInt()).isEqualTo(records).isGreaterThan(ALARM_SIZE);
    assertThat(alarm.get("tied").getAsInt()).isEqualTo(tied);
    assertThat(Files.readAllLines(crosswalk()))
        .contains("shop," + record + "," + alarm.get("entity").getAsInt());
  }

  private static Stream<String> same(int records, String id, String values) {
    return IntStream.rangeClosed(1, records).mapToObj(n -> "%s%03d,%s".formatted(id, n, values));
  }

  /** What was suggested can be handed in again as it was told, and answers the same. */
  @Test
  void theMappingUsed_isTold_andIsAConfigItself() throws IOException {
    var shop =
        file(
            "shop.csv",
            "Mã KH,Họ và tên,Ngày sinh\n1,Trần Văn Bình,31/12/1990\n2,Lê Thị Mai,01/02/1985\n");

    var suggested = json(resolve("--json", shop)).getAsJsonObject("mapping");
    var config = file("c.yaml", suggested.toString());
    var configured = json(resolve("--json", "--config", config, shop)).getAsJsonObject("mapping");
    var explained =
        json(Typed.run("explain", "--lang", "en", "--json", shop, "--pair", "shop,1", "shop,2"));

    var source = suggested.getAsJsonObject("sources").getAsJsonObject("shop");
    assertThat(source.get("id").getAsString()).isEqualTo("Mã KH");
    assertThat(source.getAsJsonObject("fields").get("fullName").getAsString())
        .isEqualTo("Họ và tên");
    assertThat(source.getAsJsonObject("fields").getAsJsonObject("birthDate").get("format"))
        .hasToString("\"dd/MM/yyyy\"");
    assertThat(configured).isEqualTo(suggested);
    assertThat(explained.getAsJsonObject("mapping")).isEqualTo(suggested);
  }

  @Test
  void aDefaultMapping_isToldOfEachFileThatItWasTakenFor() throws IOException {
    var config = file("c.yaml", "default: {id: card, fields: {fullName: name}}\n");
    var rows = "card,name\n1,Trần Văn Bình\n";

    var told =
        json(resolve("--json", "--config", config, file("a.csv", rows), file("b.csv", rows)));

    assertThat(told.getAsJsonObject("mapping").getAsJsonObject("sources").keySet())
        .containsExactly("a", "b");
  }

  /** A run that could see the truth would only find what it was told. */
  @Test
  void theTruth_isNotSuggestedAsAColumnToResolveBy() throws IOException {
    var shop =
        file(
            "shop.csv",
            "id,full name,email\na,Trần Văn Bình,b@example.com\nb,Trần V Bình,b@example.com\n");

    var told = json(resolve("--json", "--truth", "email", shop));

    var source = told.getAsJsonObject("mapping").getAsJsonObject("sources").getAsJsonObject("shop");
    assertThat(source.getAsJsonObject("fields").keySet()).containsExactly("fullName");
    assertThat(told.has("precision")).isTrue();
  }

  @Test
  void memory_isToldWithWhatWasCounted() throws IOException {
    var shop = file("shop.csv", "id,full name\n1,Trần Văn Bình\n2,Lê Thị Mai\n");

    var json = json(resolve("--json", shop));

    var counted = Files.exists(Path.of("/proc/self/status")) ? "peakResident" : "peakHeap";
    assertThat(json.get("memoryOf").getAsString()).isEqualTo(counted);
    assertThat(json.get("memoryMiB").getAsLong()).isPositive();
    assertThat(resolve(shop).text()).containsPattern("memory of the (process|heap)[^:]*MiB: \\d+");
  }

  @Test
  void everyRejectedRow_isListedForPrograms_andCountedForPeople() throws IOException {
    var rows =
        IntStream.range(0, 30)
            .mapToObj(n -> "k" + n + ",Trần Văn Bình,too,many\n")
            .collect(Collectors.joining());
    var shop = file("shop.csv", "id,full name\n1,Trần Văn Bình\n2,Lê Thị Mai\n" + rows);

    var json = json(resolve("--json", shop));
    var people = resolve(shop);

    assertThat(people.ending()).isEqualTo(1);
    assertThat(people.text()).contains("rows not taken: 30", "and 10 more");
    assertThat(json.get("rejectedTotal").getAsInt()).isEqualTo(30);
    assertThat(lines(json)).containsExactlyElementsOf(IntStream.range(4, 34).boxed().toList());
  }

  @Test
  void whatFails_isToldToProgramsAsAnObject_withTheExitCode() throws IOException {
    var away = resolve("--json", folder.resolve("none.csv").toString());
    var misspelt = resolve("--jsno", "--json", file("shop.csv", "id,full name\n1,Bình\n"));

    for (var done : List.of(away, misspelt)) {
      var error = JsonParser.parseString(done.text()).getAsJsonObject().getAsJsonObject("error");
      assertThat(error.get("code").getAsInt()).isEqualTo(done.ending());
      assertThat(done.errors())
          .isEqualToIgnoringNewLines("error: " + error.get("message").getAsString());
    }
    assertThat(away.ending()).isEqualTo(3);
    assertThat(misspelt.ending()).isEqualTo(2);
    assertThat(resolve(folder.resolve("none.csv").toString()).text()).isEmpty();
  }

  private static Iterable<Integer> lines(JsonObject json) {
    return StreamSupport.stream(json.getAsJsonArray("rejected").spliterator(), false)
        .map(row -> row.getAsJsonObject().get("line").getAsInt())
        .toList();
  }

  private static JsonObject json(Typed done) {
    assertThat(done.errors()).isEmpty();
    return JsonParser.parseString(done.text()).getAsJsonObject();
  }

  private Typed resolve(String... words) {
    var before = Stream.of("resolve", "--lang", "en", "--out", crosswalk().toString());
    return Typed.run(Stream.concat(before, Stream.of(words)).toArray(String[]::new));
  }

  private Path crosswalk() {
    return folder.resolve("crosswalk.csv");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
