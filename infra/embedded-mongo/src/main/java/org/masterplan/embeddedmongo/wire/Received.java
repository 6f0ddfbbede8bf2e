package org.masterplan.embeddedmongo.wire;

import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/** The documents of a command, each also as the bytes that came. */
public final class Received extends AbstractList<Document> implements RandomAccess {
  private final List<Document> documents = new ArrayList<>();
  private final List<byte[]> bytes = new ArrayList<>();

  void add(Document document, byte[] bson) {
    documents.add(document);
    bytes.add(bson);
  }

  @Override
  public Document get(int index) {
    return documents.get(index);
  }

  public byte[] bson(int index) {
    return bytes.get(index);
  }

  @Override
  public int size() {
    return documents.size();
  }
}
