package org.masterplan.profiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.platform.intake.Importer;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.testkit.ImporterContract;
import org.masterplan.platform.testkit.Uploading;
import org.masterplan.profiles.v1.ConsentServiceGrpc;
import org.masterplan.profiles.v1.ImportConsentsRequest;

class ConsentImporterTest extends ImporterContract {
  @TempDir Path folder;
  private final ProfilesCalls calls = new ProfilesCalls() {};

  @BeforeEach
  void loadRecords() throws Exception {
    calls.folder = folder;
    calls.open();
    var people = new StringBuilder("Mã KH,Họ và tên,SĐT\n");
    for (int n = 1; n < 10; n++) {
      people.append("%d,Nguyễn Văn %d,091234567%d\n".formatted(n, n, n));
    }
    calls.load("crm", "text/csv", people.toString());
  }

  @AfterEach
  void close() {
    calls.close();
  }

  @Override
  protected Sheet sheet() {
    return new Sheet(
        List.of("source", "record", "purpose", "channel", "state", "time", "evidence"),
        List.of("source", "record", "purpose", "channel", "state"),
        "record",
        "time",
        n -> cells(Integer.toString(n), n));
  }

  private static List<String> cells(String record, int day) {
    return List.of("crm", record, "MARKETING", "SMS", "GRANTED", "2024-01-0" + day, "form");
  }

  @Override
  protected ImportResult upload(byte[] body, String contentType) throws Exception {
    var stub = ConsentServiceGrpc.newStub(calls.f.grpc.as(ProfilesFixture.DATA));
    var header = ImportConsentsRequest.Header.newBuilder().setContentType(contentType);
    return Uploading.<ImportConsentsRequest, ImportResult>send(
        stub::importConsents,
        ImportConsentsRequest.newBuilder().setHeader(header).build(),
        chunk -> ImportConsentsRequest.newBuilder().setChunk(chunk).build(),
        body);
  }

  @Override
  protected List<String> stored() {
    return calls
        .f
        .database
        .getCollection("consents")
        .find()
        .map(Document::toJson)
        .into(new ArrayList<>())
        .stream()
        .sorted()
        .toList();
  }

  @Override
  protected Rejects rejects() {
    return calls.f.rejects;
  }

  @Override
  protected Importer importer() {
    return calls.f.consents;
  }

  @Override
  protected Actor stranger() {
    return ProfilesFixture.actor(Role.AUDITOR, "");
  }

  /** Nobody has loaded the record yet. */
  @Override
  protected List<String> early() {
    return cells("late", 1);
  }

  @Override
  protected Actor later() {
    try {
      calls.load("crm", "text/csv", "Mã KH,Họ và tên,SĐT\nlate,Trần Muộn,0977777777\n");
      return ProfilesFixture.DATA;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
