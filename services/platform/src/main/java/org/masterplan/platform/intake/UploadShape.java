package org.masterplan.platform.intake;

import java.util.function.Function;
import java.util.function.Predicate;
import org.masterplan.common.v1.FileChunk;

/**
 * How a streamed upload's messages are read: {@code oneof part {Header header; FileChunk chunk;}}.
 *
 * @param <Q> the request message
 * @param <H> its header
 */
public record UploadShape<Q, H>(
    Predicate<Q> isHeader, Function<Q, H> header, Function<Q, FileChunk> chunk) {}
