package org.masterplan.registry.organisation.mongo;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Field;
import org.masterplan.registry.organisation.app.OrganisationFields;
import org.masterplan.registry.organisation.domain.Employee;
import org.masterplan.registry.resource.mongo.Shape;

/** The stored shape of an employee. */
public final class EmployeeDocument implements Shape<Employee> {
  @Override
  public Document write(Employee employee) {
    var body =
        new Document("title", employee.title())
            .append("business_unit", employee.unit())
            .append("state", employee.isActive() ? "ACTIVE" : "DEPARTED");
    employee.departedAt().ifPresent(t -> body.append("depart_time", Date.from(t)));
    return body;
  }

  @Override
  public Employee read(String name, Document body) {
    return new Employee(
        ResourceName.parse("name", "employees", name),
        body.getString("title"),
        body.getString("business_unit"),
        Optional.ofNullable(body.getDate("depart_time")).map(Date::toInstant));
  }

  @Override
  public Map<Field, String> folded(Employee employee) {
    return Map.of(OrganisationFields.TITLE, employee.title());
  }

  @Override
  public List<String> words(Employee employee) {
    return List.of(employee.title());
  }
}
