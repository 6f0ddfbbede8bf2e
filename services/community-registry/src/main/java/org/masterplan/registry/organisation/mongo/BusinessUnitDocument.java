package org.masterplan.registry.organisation.mongo;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Field;
import org.masterplan.registry.organisation.app.OrganisationFields;
import org.masterplan.registry.organisation.domain.BusinessUnit;
import org.masterplan.registry.resource.mongo.Shape;

/** The stored shape of a business unit. */
public final class BusinessUnitDocument implements Shape<BusinessUnit> {
  @Override
  public Document write(BusinessUnit unit) {
    var body =
        new Document("title", unit.title())
            .append("state", unit.isActive() ? "ACTIVE" : "DISSOLVED");
    unit.dissolvedAt().ifPresent(t -> body.append("dissolve_time", Date.from(t)));
    return body;
  }

  @Override
  public BusinessUnit read(String name, Document body) {
    return new BusinessUnit(
        ResourceName.parse("name", "businessUnits", name),
        body.getString("title"),
        Optional.ofNullable(body.getDate("dissolve_time")).map(Date::toInstant));
  }

  @Override
  public Map<Field, String> folded(BusinessUnit unit) {
    return Map.of(OrganisationFields.TITLE, unit.title());
  }

  @Override
  public List<String> words(BusinessUnit unit) {
    return List.of(unit.title());
  }
}
