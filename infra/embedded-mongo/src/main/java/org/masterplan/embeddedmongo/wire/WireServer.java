package org.masterplan.embeddedmongo.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Listens to one address and answers what comes with {@code commands}. */
public final class WireServer implements AutoCloseable {
  // These only read and write: no command runs on them.
  private static final int WORKERS = 2;
  private static final int BACKLOG = 100;
  private static final int SECONDS_TO_END = 5;

  private final EventLoopGroup boss = group("store-accept", 1);
  private final EventLoopGroup workers = group("store-worker", WORKERS);
  // As many as commands are running, which is no more than there are connections. Threads of the
  // system: a long scan would keep a virtual thread's carrier, of which there are as many as cores.
  private final ExecutorService commandThreads =
      Executors.newCachedThreadPool(new DefaultThreadFactory("store-command"));
  private final ChannelGroup clients = new DefaultChannelGroup("clients", workers.next());
  private final Channel listening;

  /**
   * Listens when this returns.
   *
   * @throws IllegalStateException when the address is taken
   */
  public WireServer(InetSocketAddress address, Function<MongoMessage, Document> commands) {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(boss, workers)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Connections(commands));
    ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      end();
      throw new IllegalStateException("cannot listen to " + address, bound.cause());
    }
    listening = bound.channel();
  }

  private static EventLoopGroup group(String name, int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name), NioIoHandler.newFactory());
  }

  private final class Connections extends ChannelInitializer<SocketChannel> {
    private final Function<MongoMessage, Document> commands;

    Connections(Function<MongoMessage, Document> commands) {
      this.commands = commands;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
      clients.add(channel);
      channel
          .pipeline()
          .addLast(new RequestDecoder(), new RequestHandler(commands, commandThreads));
    }
  }

  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** Whether no client has requests that wait: of such nothing more is read. */
  boolean readsFromAll() {
    return clients.stream().allMatch(client -> client.config().isAutoRead());
  }

  /** Disconnects all clients; of their requests only those run on that have begun. */
  @Override
  public void close() {
    commandThreads.shutdown();
    listening.close().syncUninterruptibly();
    clients.close().syncUninterruptibly();
    end();
  }

  /** The threads of the commands that still run; shut down once this is closed. */
  public ExecutorService commandThreads() {
    return commandThreads;
  }

  private void end() {
    commandThreads.shutdown();
    boss.shutdownGracefully(0, SECONDS_TO_END, TimeUnit.SECONDS);
    workers.shutdownGracefully(0, SECONDS_TO_END, TimeUnit.SECONDS);
    boss.terminationFuture().syncUninterruptibly();
    workers.terminationFuture().syncUninterruptibly();
  }
}
