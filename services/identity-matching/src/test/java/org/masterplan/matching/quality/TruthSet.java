package org.masterplan.matching.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.LongBag;

/** A published set of person records, with its truth beside it; never seen by the engine. */
record TruthSet(String name, Schema schema, List<RawRecord> records, Map<String, String> truth) {
  private static final Path DATA =
      Path.of(System.getProperty("masterplan.benchmarkData", "infra/benchmarks/data"), "identity");

  private static final Map<String, String> FEBRL_FIELDS =
      ordered(
          "givenName=given_name",
          "surname=surname",
          "text:street_number=street_number",
          "street=address_1",
          "ward=address_2",
          "city=suburb",
          "postcode=postcode",
          "province=state",
          "birthDate=date_of_birth",
          "nationalId=soc_sec_id");

  private static final Map<String, String> FAKE_FIELDS =
      ordered(
          "givenName=first_name", "surname=surname", "birthDate=dob", "city=city", "email=email");

  private static final Map<String, String> ANONLINK_FIELDS =
      ordered(
          "givenName=givenname",
          "surname=surname",
          "birthDate=dob",
          "gender=gender",
          "city=city",
          "number:income=income",
          "phone=phone number");

  private interface Truth {
    String of(String id, Map<String, String> row);
  }

  static TruthSet febrl(int number) {
    return load(
        "febrl" + number,
        List.of("dataset" + number),
        FEBRL_FIELDS,
        "rec_id",
        (id, row) -> id.split("-")[1]);
  }

  static TruthSet fake() {
    return load(
        "fake_1000",
        List.of("fake_1000"),
        FAKE_FIELDS,
        "unique_id",
        (id, row) -> row.get("cluster"));
  }

  static TruthSet anonlink() {
    return load(
        "anonlink",
        List.of("dataset-1", "dataset-2", "dataset-3"),
        ANONLINK_FIELDS,
        "id",
        (id, row) -> id);
  }

  /** The published sets, and the same ones with fewer columns: as a check on unseen data. */
  static List<TruthSet> all() {
    return List.of(
        febrl(1),
        febrl(2),
        febrl(3),
        fake(),
        anonlink(),
        febrl(3).without("nationalId").named("febrl3-noid"),
        febrl(2)
            .without("nationalId", "street", "ward", "text:street_number", "postcode")
            .named("febrl2-few"),
        febrl(3)
            .without(
                "nationalId",
                "street",
                "ward",
                "text:street_number",
                "postcode",
                "city",
                "province")
            .named("febrl3-namedob"),
        fake().without("email").named("fake-noemail"),
        anonlink().without("number:income", "phone").named("anonlink-few"));
  }

  static List<String> names() {
    return all().stream().map(TruthSet::name).toList();
  }

  private TruthSet named(String other) {
    return new TruthSet(other, schema, records, truth);
  }

  private TruthSet without(String... names) {
    var dropped = List.of(names);
    var kept = schema.fields().stream().filter(f -> !dropped.contains(f.name())).toList();
    var places = kept.stream().map(schema.fields()::indexOf).toList();
    var fewer =
        records.stream()
            .map(
                r ->
                    new RawRecord(
                        r.source(), r.id(), places.stream().map(r.values()::get).toList()))
            .toList();
    return new TruthSet(name, new Schema(kept), fewer, truth);
  }

  /** Whether a pair of a run is one person. */
  boolean same(Resolution found, long pair) {
    var a = found.table().key(LongBag.left(pair));
    var b = found.table().key(LongBag.right(pair));
    return entity(a.source(), a.id()).equals(entity(b.source(), b.id()));
  }

  String entity(String source, String id) {
    return truth.get(source + "/" + id);
  }

  private static Map<String, String> ordered(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (var pair : pairs) {
      map.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return map;
  }

  private static TruthSet load(
      String name, List<String> files, Map<String, String> fields, String id, Truth truth) {
    var records = new ArrayList<RawRecord>();
    var entities = new HashMap<String, String>();
    for (var file : files) {
      for (var row : rows(DATA.resolve(file + ".csv"))) {
        var values = fields.values().stream().map(row::get).toList();
        records.add(new RawRecord(file, row.get(id), values));
        entities.put(file + "/" + row.get(id), truth.of(row.get(id), row));
      }
    }
    return new TruthSet(
        name, new Schema(fields.keySet().stream().map(Field::of).toList()), records, entities);
  }

  private static List<Map<String, String>> rows(Path file) {
    try {
      var lines = Files.readAllLines(file);
      var header = lines.getFirst().split(",", -1);
      var rows = new ArrayList<Map<String, String>>();
      for (var line : lines.subList(1, lines.size())) {
        var cells = line.split(",", -1);
        var row = new HashMap<String, String>();
        for (int c = 0; c < header.length; c++) {
          row.put(header[c].strip(), cells[c].strip());
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
