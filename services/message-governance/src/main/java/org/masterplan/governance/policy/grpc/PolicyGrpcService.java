package org.masterplan.governance.policy.grpc;

import io.grpc.stub.StreamObserver;
import java.util.List;
import org.masterplan.governance.policy.domain.Scope;
import org.masterplan.governance.v1.GetPolicyRequest;
import org.masterplan.governance.v1.ListPoliciesRequest;
import org.masterplan.governance.v1.ListPoliciesResponse;
import org.masterplan.governance.v1.Policy;
import org.masterplan.governance.v1.PolicyServiceGrpc.PolicyServiceImplBase;
import org.masterplan.kernel.refusal.NotFound;

/** Shows the rules in force. They are few: one page holds them all. */
public final class PolicyGrpcService extends PolicyServiceImplBase {
  private final List<org.masterplan.governance.policy.domain.Policy> policies;

  public PolicyGrpcService(List<org.masterplan.governance.policy.domain.Policy> policies) {
    this.policies = List.copyOf(policies);
  }

  @Override
  public void listPolicies(
      ListPoliciesRequest request, StreamObserver<ListPoliciesResponse> reply) {
    var all = policies.stream().map(PolicyGrpcService::shown).toList();
    reply.onNext(ListPoliciesResponse.newBuilder().addAllPolicies(all).build());
    reply.onCompleted();
  }

  @Override
  public void getPolicy(GetPolicyRequest request, StreamObserver<Policy> reply) {
    var found =
        policies.stream()
            .filter(p -> p.name().equals(request.getName()))
            .findFirst()
            .orElseThrow(() -> NotFound.named(request.getName()));
    reply.onNext(shown(found));
    reply.onCompleted();
  }

  private static Policy shown(org.masterplan.governance.policy.domain.Policy policy) {
    return Policy.newBuilder()
        .setName(policy.name())
        .setVersion(policy.version())
        .setSeverity(Policies.severity(policy))
        .setScope(scope(policy.scope()))
        .setText(Policies.text(policy))
        .setCapability(policy.capability())
        .setLaw(policy.law())
        .build();
  }

  private static Policy.Scope scope(Scope scope) {
    return switch (scope) {
      case MESSAGE -> Policy.Scope.MESSAGE;
      case CONTACT -> Policy.Scope.CONTACT;
    };
  }
}
