package org.masterplan.profiles.source.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.Source.Description;
import org.masterplan.profiles.source.domain.Source.Keeping;
import org.masterplan.profiles.v1.UpdateSourceRequest;

/** Applies the masked fields of an update. */
final class SourceUpdates {
  private static final List<String> FIELDS =
      List.of(
          "title",
          "business_unit",
          "owner",
          "purposes",
          "legal_basis",
          "collected_from",
          "collected_until",
          "trust",
          "steward",
          "retention_days",
          "mapping");

  private SourceUpdates() {}

  static Source apply(SourceRegister register, UpdateSourceRequest request) {
    var name = ResourceName.parse("source.name", "sources", request.getSource().getName());
    var changed = new ArrayList<>(FIELDS);
    changed.removeIf(field -> !SourceProtos.names(request, field));
    var act = new SourceRegister.Act(Caller.current(), "SOURCE_UPDATED", changed, "");
    var stored = register.get(name);
    var etag = request.getSource().getEtag();
    long seen = etag.isEmpty() ? stored.revision() : Etags.revision(etag);
    return register.update(name, seen, old -> merged(old, request), mapping(changed, request), act);
  }

  private static Optional<Mapping> mapping(List<String> changed, UpdateSourceRequest request) {
    return changed.contains("mapping")
        ? Optional.of(SourceProtos.mapping(request.getSource().getMapping()))
        : Optional.empty();
  }

  private static Description merged(Description old, UpdateSourceRequest request) {
    var next = SourceProtos.description(request.getSource(), old.title());
    return new Description(
        pick(request, "title", next.title(), old.title()),
        pick(request, "business_unit", next.businessUnit(), old.businessUnit()),
        pick(request, "owner", next.owner(), old.owner()),
        pick(request, "purposes", next.purposes(), old.purposes()),
        pick(request, "legal_basis", next.legalBasis(), old.legalBasis()),
        pick(request, "collected_from", next.collectedFrom(), old.collectedFrom()),
        pick(request, "collected_until", next.collectedUntil(), old.collectedUntil()),
        pick(request, "trust", next.trust(), old.trust()),
        keeping(request, next.keeping(), old.keeping()));
  }

  private static Keeping keeping(UpdateSourceRequest request, Keeping next, Keeping old) {
    return new Keeping(
        pick(request, "steward", next.steward(), old.steward()),
        pick(request, "retention_days", next.retentionDays(), old.retentionDays()));
  }

  private static <T> T pick(UpdateSourceRequest request, String field, T next, T old) {
    return SourceProtos.names(request, field) ? next : old;
  }
}
