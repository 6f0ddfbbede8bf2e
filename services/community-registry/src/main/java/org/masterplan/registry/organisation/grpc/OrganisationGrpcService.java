package org.masterplan.registry.organisation.grpc;

import io.grpc.stub.StreamObserver;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.Etags;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.registry.organisation.app.Organisation;
import org.masterplan.registry.organisation.app.OrganisationFields;
import org.masterplan.registry.organisation.domain.BusinessUnit;
import org.masterplan.registry.organisation.domain.Employee;
import org.masterplan.registry.resource.app.Resources;
import org.masterplan.registry.resource.app.Versioned;
import org.masterplan.registry.resource.grpc.Replies;
import org.masterplan.registry.v1.CreateBusinessUnitRequest;
import org.masterplan.registry.v1.CreateEmployeeRequest;
import org.masterplan.registry.v1.DepartEmployeeRequest;
import org.masterplan.registry.v1.DepartEmployeeResponse;
import org.masterplan.registry.v1.DissolveBusinessUnitRequest;
import org.masterplan.registry.v1.DissolveBusinessUnitResponse;
import org.masterplan.registry.v1.GetBusinessUnitRequest;
import org.masterplan.registry.v1.GetEmployeeRequest;
import org.masterplan.registry.v1.ListBusinessUnitsRequest;
import org.masterplan.registry.v1.ListBusinessUnitsResponse;
import org.masterplan.registry.v1.ListEmployeesRequest;
import org.masterplan.registry.v1.ListEmployeesResponse;
import org.masterplan.registry.v1.OrganisationServiceGrpc;

/** Speaks {@code masterplan.registry.v1.OrganisationService}. Translates; decides nothing. */
public final class OrganisationGrpcService
    extends OrganisationServiceGrpc.OrganisationServiceImplBase {
  private static final Listing UNITS =
      Listing.of(
              "ListBusinessUnits",
              OrganisationFields.UNIT_FIELDS,
              OrganisationFields.SORTABLE,
              OrganisationFields.BY_TITLE)
          .of(org.masterplan.registry.v1.BusinessUnit.getDescriptor());
  private static final Listing EMPLOYEES =
      Listing.of(
              "ListEmployees",
              OrganisationFields.EMPLOYEE_FIELDS,
              OrganisationFields.SORTABLE,
              OrganisationFields.BY_TITLE)
          .of(org.masterplan.registry.v1.Employee.getDescriptor());

  private final Organisation organisation;
  private final Resources<BusinessUnit> units;
  private final Resources<Employee> employees;

  public OrganisationGrpcService(
      Organisation organisation, Resources<BusinessUnit> units, Resources<Employee> employees) {
    this.organisation = organisation;
    this.units = units;
    this.employees = employees;
  }

  @Override
  public void createBusinessUnit(
      CreateBusinessUnitRequest request,
      StreamObserver<org.masterplan.registry.v1.BusinessUnit> reply) {
    var name =
        ResourceName.chosen("business_unit_id", "businessUnits", request.getBusinessUnitId());
    var unit = new BusinessUnit(name, request.getBusinessUnit().getTitle(), Optional.empty());
    var stored = organisation.addUnit(unit, Caller.current(), request.getAllowExisting());
    Replies.send(reply, unit(stored));
  }

  @Override
  public void getBusinessUnit(
      GetBusinessUnitRequest request,
      StreamObserver<org.masterplan.registry.v1.BusinessUnit> reply) {
    Replies.send(reply, unit(organisation.unit(unitName(request.getName()))));
  }

  @Override
  public void listBusinessUnits(
      ListBusinessUnitsRequest request, StreamObserver<ListBusinessUnitsResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = units.page(Paging.query(asked, UNITS));
    Replies.send(
        reply,
        ListBusinessUnitsResponse.newBuilder()
            .addAllBusinessUnits(slice.map(OrganisationGrpcService::unit).items())
            .setNextPageToken(Paging.token(asked, UNITS, slice))
            .build());
  }

  @Override
  public void dissolveBusinessUnit(
      DissolveBusinessUnitRequest request, StreamObserver<DissolveBusinessUnitResponse> reply) {
    var successor = Optional.of(request.getSuccessor()).filter(s -> !s.isEmpty());
    var done =
        organisation.dissolve(
            unitName(request.getName()), successor, request.getReason(), Caller.current());
    Replies.send(
        reply,
        DissolveBusinessUnitResponse.newBuilder()
            .setBusinessUnit(unit(done.unit()))
            .addAllOrphaned(done.orphaned())
            .addAllTransferred(done.transferred())
            .build());
  }

  @Override
  public void createEmployee(
      CreateEmployeeRequest request, StreamObserver<org.masterplan.registry.v1.Employee> reply) {
    var name = ResourceName.chosen("employee_id", "employees", request.getEmployeeId());
    var sent = request.getEmployee();
    var employee = new Employee(name, sent.getTitle(), sent.getBusinessUnit(), Optional.empty());
    var stored = organisation.addEmployee(employee, Caller.current(), request.getAllowExisting());
    Replies.send(reply, employee(stored));
  }

  @Override
  public void getEmployee(
      GetEmployeeRequest request, StreamObserver<org.masterplan.registry.v1.Employee> reply) {
    Replies.send(reply, employee(organisation.employee(employeeName(request.getName()))));
  }

  @Override
  public void listEmployees(
      ListEmployeesRequest request, StreamObserver<ListEmployeesResponse> reply) {
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var slice = employees.page(Paging.query(asked, EMPLOYEES));
    Replies.send(
        reply,
        ListEmployeesResponse.newBuilder()
            .addAllEmployees(slice.map(OrganisationGrpcService::employee).items())
            .setNextPageToken(Paging.token(asked, EMPLOYEES, slice))
            .build());
  }

  @Override
  public void departEmployee(
      DepartEmployeeRequest request, StreamObserver<DepartEmployeeResponse> reply) {
    var when =
        request.hasDepartTime()
            ? Optional.of(Replies.instant(request.getDepartTime()))
            : Optional.<java.time.Instant>empty();
    var done = organisation.depart(employeeName(request.getName()), when, Caller.current());
    Replies.send(
        reply,
        DepartEmployeeResponse.newBuilder()
            .setEmployee(employee(done.employee()))
            .addAllOrphaned(done.orphaned())
            .build());
  }

  private static String unitName(String name) {
    return ResourceName.parse("name", "businessUnits", name).toString();
  }

  private static String employeeName(String name) {
    return ResourceName.parse("name", "employees", name).toString();
  }

  private static org.masterplan.registry.v1.BusinessUnit unit(Versioned<BusinessUnit> stored) {
    var unit = stored.value();
    var wire =
        org.masterplan.registry.v1.BusinessUnit.newBuilder()
            .setName(unit.name().toString())
            .setTitle(unit.title())
            .setState(
                unit.isActive()
                    ? org.masterplan.registry.v1.BusinessUnit.State.ACTIVE
                    : org.masterplan.registry.v1.BusinessUnit.State.DISSOLVED)
            .setEtag(Etags.of(stored.revision()));
    unit.dissolvedAt().ifPresent(t -> wire.setDissolveTime(Replies.time(t)));
    return wire.build();
  }

  private static org.masterplan.registry.v1.Employee employee(Versioned<Employee> stored) {
    var employee = stored.value();
    var wire =
        org.masterplan.registry.v1.Employee.newBuilder()
            .setName(employee.name().toString())
            .setTitle(employee.title())
            .setBusinessUnit(employee.unit())
            .setState(
                employee.isActive()
                    ? org.masterplan.registry.v1.Employee.State.ACTIVE
                    : org.masterplan.registry.v1.Employee.State.DEPARTED)
            .setEtag(Etags.of(stored.revision()));
    employee.departedAt().ifPresent(t -> wire.setDepartTime(Replies.time(t)));
    return wire.build();
  }
}
