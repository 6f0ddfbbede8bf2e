package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The command {@code resolve}, as it is typed. */
@ResourceLock(Resources.LOCALE)
class ResolveCommandTest {
  private static final String SHOP =
      """
      Mã KH,Họ và tên,Điện thoại,Email
      k1,Nguyễn Thị Hồng Nhung,0912345678,nhung.nguyen@example.com
      k2,Trần Văn Bình,0987654321,binh.tran@example.com
      k3,Lê Hoàng Yến,0903111222,yen.le@example.com
      """;
  private static final String LOYALTY =
      """
      card,name,mobile,person
      c1,NGUYEN THI HONG NHUNG,+84 912 345 678,1
      c2,Le Hoang Yen,0903.111.222,3
      c3,Phạm Quốc Đạt,0977000111,4
      """;

  @TempDir private Path folder;

  @Test
  void withoutConfig_printsWhatItTakesColumnsFor() throws IOException {
    var done = resolve(file("shop.csv", SHOP), file("loyalty.csv", LOYALTY));

    assertThat(done.errors()).isEmpty();
    assertThat(done.ending()).isZero();
    assertThat(done.text()).contains("phone: \"Điện thoại\"").contains("records: 6");
    assertThat(entities()).hasSize(6);
  }

  @Test
  void out_thatIsAPipe_isRefused_andNotReplaced() throws Exception {
    var pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    var shop = file("shop.csv", SHOP);

    var done = Typed.run("resolve", "--lang", "en", "--out", pipe.toString(), shop);

    assertThat(done.ending()).isEqualTo(4);
    assertThat(done.errors()).contains("pipe");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void withTruth_printsHowGoodItIs() throws IOException {
    var people = Path.of("..", "..", "infra", "benchmarks", "data", "identity", "fake_1000.csv");

    var done = resolve("--json", "--truth", "cluster", people.toString());

    assertThat(done.ending()).isZero();
    var figures = JsonParser.parseString(done.text()).getAsJsonObject();
    assertThat(figures.get("records").getAsInt()).isEqualTo(1000);
    assertThat(figures.get("f1").getAsDouble()).isGreaterThan(.9);
    assertThat(new HashSet<>(entities().values())).hasSize(figures.get("entities").getAsInt());
  }

  @Test
  void withConfig_itsColumnsAreTaken_andWrongOnesNamed() throws IOException {
    var config = file("c.yaml", "default: {id: card, fields: {fullName: name, phone: handy}}\n");
    var loyalty = file("loyalty.csv", LOYALTY);

    var done = resolve("--config", config, loyalty);
    assertThat(done.ending()).isEqualTo(3);
    assertThat(done.errors()).contains("handy").contains("card, name, mobile, person");
    assertThat(crosswalk()).doesNotExist();

    file("c.yaml", "default: {id: card, fields: {fullName: name, phone: mobile}}\n");
    assertThat(resolve("--config", config, loyalty).ending()).isZero();
    assertThat(entities()).containsOnlyKeys("loyalty,c1", "loyalty,c2", "loyalty,c3");

    file("c.yaml", "default: {id: card, fields: {shoeSize: name}}\n");
    var wrong = resolve("--config", config, loyalty);
    assertThat(wrong.ending()).isEqualTo(3);
    assertThat(wrong.errors()).contains("shoeSize").contains("fullName");
  }

  @Test
  void jsonLines_mayHoldFieldsThatTheFirstOneLacks() throws IOException {
    var lines =
        """
        {"ma":"1","ho_ten":"Nguyễn Thị Hồng Nhung"}
        {"ma":"2","ho_ten":"Trần Văn Bình","email":"binh.tran@example.com"}
        {"ma":"3","ho_ten":"Lê Hoàng Yến","email":"yen.le@example.com"}
        """;
    var config = file("c.yaml", "default: {id: ma, fields: {fullName: ho_ten, email: email}}\n");

    assertThat(resolve("--config", config, file("crm.jsonl", lines)).errors()).isEmpty();
    assertThat(entities()).containsOnlyKeys("crm,1", "crm,2", "crm,3");
    assertThat(resolve(file("crm.jsonl", lines)).text()).contains("email: email");
  }

  @Test
  void outThatCannotBeWritten_isToldBeforeTheWork() throws IOException {
    var nowhere = folder.resolve("absent").resolve("out.csv").toString();
    var done = Typed.run("resolve", "--lang", "en", "--out", nowhere, file("shop.csv", SHOP));

    assertThat(done.ending()).isEqualTo(4);
    assertThat(done.errors()).contains("out.csv");
    assertThat(done.text()).isEmpty();
  }

  @Test
  void outThatIsOneOfTheFilesToBeRead_isRefused_andThatFileStays() throws IOException {
    var shop = file("shop.csv", SHOP);
    var otherwise = folder.resolve(".").resolve("shop.csv").toString();
    var done = Typed.run("resolve", "--lang", "en", "--out", otherwise, shop);

    assertThat(done.ending()).isEqualTo(2);
    assertThat(done.errors()).contains("shop.csv", "one of the files to be read");
    assertThat(Files.readString(Path.of(shop))).isEqualTo(SHOP);
  }

  @Test
  void fileWithoutAHeader_isRefused_andItsFirstCustomerNotShown() throws IOException {
    var done = resolve(file("shop.csv", SHOP.substring(SHOP.indexOf('\n') + 1)));

    assertThat(done.ending()).isNotZero();
    assertThat(done.errors())
        .contains("shop.csv", "Column 3")
        .doesNotContain("Nhung", "0912345678");
    assertThat(done.text()).isEmpty();
  }

  @Test
  void rowsThatCannotBeRead_areListed_andTheOthersResolved() throws IOException {
    var done = resolve("--json", file("shop.csv", SHOP + "k4,too,many,cells,here,really\n"));

    assertThat(done.ending()).isEqualTo(1);
    assertThat(done.text()).contains("\"rejectedTotal\":1").contains("\"line\":5");
    assertThat(entities()).hasSize(3);
  }

  @Test
  void filesThatAreNoTables_areNamed_withoutATrace() throws IOException {
    for (var content : List.of("", "\0\0\0\0", "no header known\n1\n2\n")) {
      for (var name : List.of("odd.csv", "odd.parquet")) {
        var done = resolve(file(name, content));
        assertThat(done.ending()).as(content).isEqualTo(3);
        assertThat(done.errors()).contains(name).doesNotContain("Exception");
      }
    }
    assertThat(resolve(folder.resolve("absent.csv").toString()).ending()).isEqualTo(3);
    var shop = file("shop.csv", SHOP);
    assertThat(resolve(shop, shop).errors()).contains("shop");
    assertThat(Typed.run("resolve", "--lang", "en", shop).ending()).isEqualTo(2);
  }

  private Typed resolve(String... words) {
    var typed = new String[words.length + 5];
    System.arraycopy(words, 0, typed, 5, words.length);
    typed[0] = "resolve";
    typed[1] = "--lang";
    typed[2] = "en";
    typed[3] = "--out";
    typed[4] = crosswalk().toString();
    return Typed.run(typed);
  }

  private Path crosswalk() {
    return folder.resolve("crosswalk.csv");
  }

  private Map<String, String> entities() throws IOException {
    var entities = new HashMap<String, String>();
    for (var line : Files.readAllLines(crosswalk()).subList(1, lines())) {
      int comma = line.lastIndexOf(',');
      entities.put(line.substring(0, comma), line.substring(comma + 1));
    }
    return entities;
  }

  private int lines() throws IOException {
    return Files.readAllLines(crosswalk()).size();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
