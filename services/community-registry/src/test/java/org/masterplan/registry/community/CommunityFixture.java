package org.masterplan.registry.community;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Holding;
import org.masterplan.registry.community.domain.Intent;
import org.masterplan.registry.community.domain.Kind;
import org.masterplan.registry.community.domain.Mode;
import org.masterplan.registry.community.domain.Objective;
import org.masterplan.registry.community.domain.Place;
import org.masterplan.registry.community.domain.Purpose;

/** A community that answers everything, and people who decide on it. */
public final class CommunityFixture {
  public static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  public static final String UNIT = "businessUnits/dairy";
  public static final Actor DAIRY =
      new Actor("unit", Set.of(Role.BUSINESS_UNIT), Set.of("dairy"), "");
  public static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");
  public static final AuditEntry ENTRY =
      new AuditEntry(NOW, "unit", "COMMUNITY_REGISTERED", List.of("*"), "");

  private CommunityFixture() {}

  public static ResourceName name(String id) {
    return new ResourceName("communities", id);
  }

  public static Community.Draft draft() {
    return draft("Hội Mẹ Bỉm Sữa");
  }

  public static Community.Draft draft(String title) {
    var place =
        new Place(
            Optional.of(Kind.GROUP), Mode.EMPOWERED, "facebook", "https://social.example/me-bim");
    var answers =
        new Intent.Answers(
            "Mẹ trẻ thiếu nơi hỏi nhau",
            "30 góp ý dùng được mỗi quý",
            Optional.of(LocalDate.parse("2027-06-30")),
            "Câu trả lời của chuyên gia",
            "Chuyển sang diễn đàn của công ty");
    var intent =
        new Intent(
            Optional.of(Purpose.SUPPORT),
            Optional.of(Objective.PRODUCT_FEEDBACK),
            List.of("objectives/loyalty"),
            List.of("segments/young-mothers"),
            List.of(),
            answers);
    return new Community.Draft(title, place, intent, holding("employees/lan"), 1200);
  }

  public static Holding holding(String owner) {
    return new Holding(UNIT, owner, List.of("employees/minh"), "", Optional.empty());
  }

  /** A draft in which nothing but title, place and unit is answered. */
  public static Community.Draft bare() {
    var holding = new Holding(UNIT, "", List.of(), "", Optional.empty());
    return new Community.Draft("Góc Trà Sữa", draft().place(), Intent.UNKNOWN, holding, 0);
  }
}
