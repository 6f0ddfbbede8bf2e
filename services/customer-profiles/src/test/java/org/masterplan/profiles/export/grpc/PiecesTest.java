package org.masterplan.profiles.export.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private final ArrayList<ByteString> sent = new ArrayList<>();
  private final Pieces pieces = new Pieces("text/csv", piece -> sent.add(piece.getData()));

  @Test
  void aWriteOfMegabytes_leavesInPieces_withNothingLost() {
    var bytes = new byte[(5 << 20) + 7];
    new Random(1).nextBytes(bytes);

    pieces.write(bytes, 0, 3);
    pieces.write(bytes, 3, bytes.length - 3);
    pieces.close();

    assertThat(sent).allMatch(piece -> piece.size() <= Pieces.PIECE);
    assertThat(ByteString.copyFrom(sent)).isEqualTo(ByteString.copyFrom(bytes));
  }

  @Test
  void singleBytes_leaveInPiecesToo() {
    for (int i = 0; i <= Pieces.PIECE; i++) {
      pieces.write(i);
    }

    assertThat(sent).hasSize(1);
    pieces.close();
    assertThat(sent).hasSize(2);
  }
}
