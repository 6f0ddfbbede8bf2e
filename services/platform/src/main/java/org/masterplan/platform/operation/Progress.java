package org.masterplan.platform.operation;

import org.masterplan.operations.v1.LoadProgress;

/**
 * How far a work has come.
 *
 * @param read rows read
 * @param accepted rows taken
 * @param rejected rows not taken
 * @param bytes of the file read
 * @param totalBytes of the file, 0 if unknown
 */
public record Progress(long read, long accepted, long rejected, long bytes, long totalBytes) {
  /** Nothing done yet. */
  public static final Progress NONE = new Progress(0, 0, 0, 0, 0);

  /** Whether more was read, or more bytes, than had been then. */
  boolean isBeyond(Progress furthest) {
    return read > furthest.read || bytes > furthest.bytes;
  }

  LoadProgress message() {
    return LoadProgress.newBuilder()
        .setRead(read)
        .setAccepted(accepted)
        .setRejected(rejected)
        .setBytes(bytes)
        .setTotalBytes(totalBytes)
        .build();
  }
}
