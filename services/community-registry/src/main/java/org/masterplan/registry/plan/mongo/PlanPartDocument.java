package org.masterplan.registry.plan.mongo;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Field;
import org.masterplan.registry.plan.app.PlanFields;
import org.masterplan.registry.plan.domain.PlanPart;
import org.masterplan.registry.resource.mongo.Shape;

/**
 * The stored shape of a plan part.
 *
 * @param collection which kind: {@code segments}, {@code productLines} or {@code objectives}
 * @param detail under which name the kind's own field is kept
 */
public record PlanPartDocument(String collection, String detail) implements Shape<PlanPart> {
  @Override
  public Document write(PlanPart part) {
    return new Document("title", part.title())
        .append("description", part.description())
        .append(detail, part.detail());
  }

  @Override
  public PlanPart read(String name, Document body) {
    return new PlanPart(
        ResourceName.parse("name", collection, name),
        body.getString("title"),
        body.getString("description"),
        body.getString(detail));
  }

  @Override
  public Map<Field, String> folded(PlanPart part) {
    return Map.of(PlanFields.TITLE, part.title());
  }

  @Override
  public List<String> words(PlanPart part) {
    return List.of(part.title());
  }
}
