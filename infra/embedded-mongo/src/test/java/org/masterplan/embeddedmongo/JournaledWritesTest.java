package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.embeddedmongo.kv.Memory;
import org.masterplan.embeddedmongo.kv.OrderedStore;
import org.masterplan.embeddedmongo.kv.RocksStore;
import org.masterplan.embeddedmongo.wire.WireServer;

/** Which commands wait until what they wrote would survive a loss of power. */
class JournaledWritesTest {
  @TempDir Path folder;
  private final AtomicInteger waits = new AtomicInteger();
  private OrderedStore store;
  private StoreBackend backend;
  private WireServer server;
  private MongoClient client;

  @BeforeEach
  void openStore() {
    OrderedStore real = RocksStore.open(folder, new Memory(8, 8));
    store =
        (OrderedStore)
            Proxy.newProxyInstance(
                OrderedStore.class.getClassLoader(),
                new Class<?>[] {OrderedStore.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("awaitDurable")) {
                    waits.incrementAndGet();
                  }
                  try {
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  private MongoCollection<Document> serve(boolean fsyncEveryWrite) {
    Clock clock = Clock.systemUTC();
    backend = new StoreBackend(store, Catalog.open(store, folder), fsyncEveryWrite, clock);
    server = new WireServer(new InetSocketAddress("127.0.0.1", 0), backend::handleMessage);
    client =
        MongoClients.create(
            "mongodb://127.0.0.1:%d/?retryWrites=false&directConnection=true"
                .formatted(server.port()));
    return client.getDatabase("d").getCollection("c");
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
    backend.close();
    store.close();
  }

  @Test
  void write_withJournal_waits_andOthersDoNot() {
    MongoCollection<Document> c = serve(false);
    MongoCollection<Document> journaled = c.withWriteConcern(WriteConcern.JOURNALED);

    c.insertOne(doc("_id", 1));
    c.updateOne(doc("_id", 1), doc("$set", doc("n", 1)));
    c.withWriteConcern(WriteConcern.MAJORITY).deleteOne(doc("_id", 9));
    assertThat(waits).hasValue(0);

    journaled.insertMany(List.of(doc("_id", 2), doc("_id", 3)));
    assertThat(waits).hasValue(1);
    journaled.updateOne(doc("_id", 2), doc("$set", doc("n", 1)));
    journaled.findOneAndUpdate(doc("_id", 2), doc("$set", doc("n", 2)));
    journaled.deleteOne(doc("_id", 3));
    assertThat(waits).hasValue(4);
    assertThat(journaled.find().first()).isNotNull();
    assertThat(waits).hasValue(4);
  }

  @Test
  void everyWrite_whereTheOptionSaysSo_waits() {
    MongoCollection<Document> c = serve(true);

    c.insertOne(doc("_id", 1));
    c.createIndex(doc("n", 1));
    c.updateOne(doc("_id", 1), doc("$set", doc("n", 1)));

    assertThat(waits).hasValue(3);
    assertThat(c.find().first()).isNotNull();
    assertThat(waits).hasValue(3);
  }
}
