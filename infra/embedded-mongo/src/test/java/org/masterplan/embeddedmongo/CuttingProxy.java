package org.masterplan.embeddedmongo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands between a client and the store and cuts a connection where it is told to. */
final class CuttingProxy implements AutoCloseable {
  /** Where the connection ends. */
  enum Where {
    BEFORE_THE_SERVER,
    BEFORE_THE_REPLY
  }

  private record Cut(String text, Where where) {}

  private final ServerSocket listening;
  private final int server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();

  CuttingProxy(int server) throws IOException {
    this.server = server;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.submit(this::accept);
  }

  String connectionString() {
    return "mongodb://127.0.0.1:%d/?retryWrites=false&directConnection=true"
        .formatted(listening.getLocalPort());
  }

  /** Cuts once, at the next message that contains {@code text}. */
  void cut(String text, Where where) {
    next.set(new Cut(text, where));
  }

  private @Nullable Void accept() throws IOException {
    while (!listening.isClosed()) {
      Socket client = listening.accept();
      threads.submit(() -> serve(client));
    }
    return null;
  }

  private @Nullable Void serve(Socket client) throws IOException {
    try (client;
        Socket store = new Socket(InetAddress.getLoopbackAddress(), server)) {
      DataInputStream asked = new DataInputStream(client.getInputStream());
      DataInputStream answered = new DataInputStream(store.getInputStream());
      while (true) {
        byte[] request = message(asked);
        Cut cut = matching(request);
        if (cut != null && cut.where() == Where.BEFORE_THE_SERVER) {
          return null;
        }
        send(store.getOutputStream(), request);
        byte[] reply = message(answered); // the store has done what was asked
        if (cut != null) {
          return null;
        }
        send(client.getOutputStream(), reply);
      }
    }
  }

  private @Nullable Cut matching(byte[] request) {
    Cut cut = next.get();
    boolean here =
        cut != null && new String(request, StandardCharsets.ISO_8859_1).contains(cut.text());
    return here && next.compareAndSet(cut, null) ? cut : null;
  }

  private static byte[] message(DataInputStream in) throws IOException {
    byte[] length = in.readNBytes(Integer.BYTES);
    if (length.length < Integer.BYTES) {
      throw new IOException("end");
    }
    int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] whole = new byte[size];
    System.arraycopy(length, 0, whole, 0, length.length);
    in.readFully(whole, length.length, size - length.length);
    return whole;
  }

  private static void send(OutputStream out, byte[] message) throws IOException {
    out.write(message);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
