package org.masterplan.embeddedmongo.bson;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Our BSON is the library's BSON; of damaged bytes nothing is read beyond their end. */
class BsonPropertyTest {
  @Property(edgeCases = EdgeCasesMode.NONE)
  void written_isWhatTheLibraryWrites(@ForAll("documents") Document document) {
    assertThat(BsonWriter.encode(document)).isEqualTo(byLibrary(document));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void read_isWhatTheLibraryReads(@ForAll("documents") Document document) {
    byte[] bson = byLibrary(document);

    Document theirs = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    assertThat(byLibrary(BsonReader.decode(bson))).isEqualTo(byLibrary(theirs));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void readInPart_hasThoseFieldsAndNoOthers(
      @ForAll("documents") Document document, @ForAll("names") Set<String> fields) {
    Document expected = document.clone();
    expected.keySet().retainAll(fields);

    assertThat(byLibrary(BsonReader.decode(byLibrary(document), fields)))
        .isEqualTo(byLibrary(expected));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void damaged_isReadOrRefused(
      @ForAll("documents") Document document, @ForAll int where, @ForAll byte what) {
    byte[] bson = byLibrary(document);
    bson[Math.floorMod(where, bson.length)] = what;
    byte[] cut = Arrays.copyOf(bson, Math.floorMod(where, bson.length));

    for (byte[] each : new byte[][] {bson, cut}) {
      try {
        BsonReader.decode(each);
        BsonReader.decode(each, Set.of("a"));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        assertThat(e).isNotNull(); // refused
      }
    }
  }

  private static byte[] byLibrary(Document document) {
    ByteBuf buffer = Unpooled.buffer();
    BsonEncoder.encodeDocument(document, buffer);
    return ByteBufUtil.getBytes(buffer);
  }

  @Provide
  Arbitrary<Set<String>> names() {
    return name().set().ofMaxSize(3);
  }

  private static Arbitrary<String> name() {
    return Arbitraries.of("a", "b", "c", "longer", "tên", "a name of more than thirty-two bytes");
  }

  @Provide
  Arbitrary<Document> documents() {
    return documents(2);
  }

  private static Arbitrary<Document> documents(int depth) {
    return Arbitraries.maps(name(), values(depth)).ofMaxSize(5).map(Document::new);
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> flat = Arbitraries.oneOf(common(), rare());
    return depth == 0
        ? flat
        : Arbitraries.oneOf(
            flat,
            documents(depth - 1).map(Object.class::cast),
            values(depth - 1).list().ofMaxSize(3).map(Object.class::cast));
  }

  private static Arbitrary<Object> common() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20).map(Object.class::cast),
        Arbitraries.integers().map(Object.class::cast),
        Arbitraries.longs().map(Object.class::cast),
        Arbitraries.doubles().map(Object.class::cast),
        Arbitraries.of(true, false).map(Object.class::cast),
        Arbitraries.longs().between(0, 1L << 42).map(Instant::ofEpochMilli),
        Arbitraries.just((Object) null));
  }

  private static Arbitrary<Object> rare() {
    UUID uuid = new UUID(1, -2);
    return Arbitraries.of(
        new ObjectId("0102030405060708090a0b0c"),
        new BinData(new byte[] {1, 0, -1}),
        uuid,
        new LegacyUUID(uuid),
        new Decimal128(new BigDecimal("1.25")),
        new BsonTimestamp(7),
        new BsonRegularExpression("^a", "i"),
        MaxKey.getInstance(),
        MinKey.getInstance());
  }
}
