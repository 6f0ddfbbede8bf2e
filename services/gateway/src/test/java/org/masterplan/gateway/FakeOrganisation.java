package org.masterplan.gateway;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.registry.v1.BusinessUnit;
import org.masterplan.registry.v1.CreateBusinessUnitRequest;
import org.masterplan.registry.v1.CreateEmployeeRequest;
import org.masterplan.registry.v1.Employee;
import org.masterplan.registry.v1.ListBusinessUnitsRequest;
import org.masterplan.registry.v1.ListBusinessUnitsResponse;
import org.masterplan.registry.v1.ListEmployeesRequest;
import org.masterplan.registry.v1.ListEmployeesResponse;
import org.masterplan.registry.v1.OrganisationServiceGrpc;

/** Units and people of the invented company. */
final class FakeOrganisation extends OrganisationServiceGrpc.OrganisationServiceImplBase {
  final List<BusinessUnit> units = new ArrayList<>();

  /** First answers, by request id. */
  private final Map<String, BusinessUnit> answered = new HashMap<>();

  final List<Employee> employees = new ArrayList<>();

  void reset() {
    answered.clear();
    units.clear();
    units.add(unit("sua", "Sữa và dinh dưỡng"));
    units.add(unit("do-uong", "Đồ uống"));
    employees.clear();
    employees.add(employee("e-001", "Lan Phạm", Employee.State.ACTIVE));
    employees.add(employee("e-002", "Minh Trần", Employee.State.ACTIVE));
    employees.add(employee("e-003", "Hùng Vũ", Employee.State.DEPARTED));
  }

  @Override
  public void createBusinessUnit(
      CreateBusinessUnitRequest request, StreamObserver<BusinessUnit> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          var id = request.getBusinessUnitId();
          if (!id.matches("[a-z0-9-]{3,63}")) {
            throw InvalidFields.of(
                "business_unit_id", "ID_FORMAT", Map.of("field", "business_unit_id", "value", id));
          }
          var made = unit(id, request.getBusinessUnit().getTitle());
          if (answered.containsKey(request.getRequestId())) {
            return answered.get(request.getRequestId());
          }
          if (units.stream().anyMatch(u -> u.getName().equals(made.getName()))) {
            throw AlreadyExists.named(made.getName());
          }
          units.add(made);
          if (!request.getRequestId().isEmpty()) {
            answered.put(request.getRequestId(), made);
          }
          return made;
        });
  }

  @Override
  public void listBusinessUnits(
      ListBusinessUnitsRequest request, StreamObserver<ListBusinessUnitsResponse> reply) {
    FakeCommunities.answer(
        reply, () -> ListBusinessUnitsResponse.newBuilder().addAllBusinessUnits(units).build());
  }

  @Override
  public void createEmployee(CreateEmployeeRequest request, StreamObserver<Employee> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          var wanted = request.getEmployee();
          var made =
              employee(request.getEmployeeId(), wanted.getTitle(), Employee.State.ACTIVE)
                  .toBuilder()
                  .setBusinessUnit(wanted.getBusinessUnit())
                  .build();
          employees.add(made);
          return made;
        });
  }

  @Override
  public void listEmployees(
      ListEmployeesRequest request, StreamObserver<ListEmployeesResponse> reply) {
    FakeCommunities.answer(
        reply, () -> ListEmployeesResponse.newBuilder().addAllEmployees(employees).build());
  }

  private static BusinessUnit unit(String id, String title) {
    return BusinessUnit.newBuilder().setName("businessUnits/" + id).setTitle(title).build();
  }

  private static Employee employee(String id, String title, Employee.State state) {
    return Employee.newBuilder().setName("employees/" + id).setTitle(title).setState(state).build();
  }
}
