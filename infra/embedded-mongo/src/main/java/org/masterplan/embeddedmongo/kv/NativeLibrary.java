package org.masterplan.embeddedmongo.kv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.RocksDB;

/**
 * RocksDB's native code, which its jar unpacks before it can be run. Left to itself it unpacks 15
 * MB under a new name into the machine's temporary folder, where every process that is killed
 * leaves them; here they are in a folder of the store's, where the next start replaces them.
 */
final class NativeLibrary {
  private static boolean loaded;

  private NativeLibrary() {}

  /** Once per process, whichever store comes first. */
  static synchronized void load(Path folder) {
    if (!loaded) {
      unpack(folder);
      RocksDB.loadLibrary();
      loaded = true;
    }
  }

  private static void unpack(Path folder) {
    try {
      Files.createDirectories(folder);
      NativeLibraryLoader.getInstance().loadLibrary(folder.toString());
    } catch (IOException | UnsatisfiedLinkError _) {
      // A folder from which nothing may be run: RocksDB's usual place is left.
    }
  }
}
