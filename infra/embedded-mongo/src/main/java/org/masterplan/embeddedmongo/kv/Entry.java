package org.masterplan.embeddedmongo.kv;

/** One stored key with its value; the key is relative to its table. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Entry(byte[] key, byte[] value) {}
