package org.masterplan.embeddedmongo.kv;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.Filter;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WALRecoveryMode;

/** RocksDB's options; owns the native objects behind them. */
final class RocksSettings implements AutoCloseable {
  private static final int OPEN_FILES = 256;
  private static final int YOUNG_FILES = 10;
  private static final int SHARD_BITS = 2;
  private static final double SHARE_OF_INDEXES = 0.5;
  private static final int BITS_PER_KEY = 10;
  private static final int BLOCK_BYTES = 4 << 10;
  private static final int DOCUMENT_BYTES = 256;
  private static final double OLDEST_SHARE = 0.5;
  private static final double SHARE_OF_UNFLUSHED = 0.05;

  private final Cache cache;
  private final Filter filter = new BloomFilter(BITS_PER_KEY);
  private final Options options;

  RocksSettings(Memory memory) {
    cache = new LRUCache(memory.cacheBytes(), SHARD_BITS, false, SHARE_OF_INDEXES);
    options =
        new Options()
            .setCreateIfMissing(true)
            // A damaged log is refused unless only its very end is cut, as a crash leaves it:
            // skipping damage in the middle would lose acknowledged writes without a word.
            .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
            .setMaxTotalWalSize(2 * memory.writeBytes())
            .setDbWriteBufferSize(memory.writeBytes())
            .setWriteBufferSize(memory.writeBytes() / 2)
            // A merge of young files moves all entries of the oldest: ten at a time instead of four
            // (measured: 44 instead of 76 us of background work a document in a bulk load).
            .setLevel0FileNumCompactionTrigger(YOUNG_FILES)
            .setMaxOpenFiles(OPEN_FILES)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setKeepLogFileNum(2)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            // "Is this key new?" is asked at every insert; without it each unflushed table is
            // searched.
            .setMemtablePrefixBloomSizeRatio(SHARE_OF_UNFLUSHED)
            .setMemtableWholeKeyFiltering(true)
            .setTableFormatConfig(tableFormat());
    documentsApart(options);
  }

  // Documents lie in files of their own, written once: sorting indexes need not move them. Files
  // whose documents were mostly replaced or deleted are written anew.
  private static void documentsApart(Options options) {
    options
        .setEnableBlobFiles(true)
        .setMinBlobSize(DOCUMENT_BYTES)
        .setBlobCompressionType(CompressionType.LZ4_COMPRESSION)
        .setEnableBlobGarbageCollection(true)
        .setBlobGarbageCollectionAgeCutoff(OLDEST_SHARE)
        .setBlobGarbageCollectionForceThreshold(OLDEST_SHARE);
  }

  // A file's filter and index are cut into small blocks. As one block each they outgrow a shard of
  // the cache, and then every single read loads and unpacks them anew (measured: 670 us a read).
  private BlockBasedTableConfig tableFormat() {
    return new BlockBasedTableConfig()
        .setBlockCache(cache)
        .setIndexType(IndexType.kTwoLevelIndexSearch)
        .setPartitionFilters(true)
        .setMetadataBlockSize(BLOCK_BYTES)
        .setCacheIndexAndFilterBlocks(true)
        .setCacheIndexAndFilterBlocksWithHighPriority(true)
        .setPinTopLevelIndexAndFilter(true)
        .setPinL0FilterAndIndexBlocksInCache(true)
        .setBlockSize(BLOCK_BYTES)
        .setFilterPolicy(filter);
  }

  Options options() {
    return options;
  }

  @Override
  public void close() {
    options.close();
    filter.close();
    cache.close();
  }
}
