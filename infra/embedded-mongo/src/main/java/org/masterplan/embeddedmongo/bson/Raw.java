package org.masterplan.embeddedmongo.bson;

/** A whole document as bytes; written into a reply as it is. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Raw(byte[] bson) {}
