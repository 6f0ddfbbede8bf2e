package org.masterplan.governance.message.grpc;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.masterplan.governance.contact.grpc.Others;
import org.masterplan.governance.message.app.Audiences;
import org.masterplan.governance.message.domain.Audience;
import org.masterplan.profiles.v1.ProfileServiceGrpc.ProfileServiceBlockingStub;
import org.masterplan.profiles.v1.StreamAudienceRequest;
import org.masterplan.registry.v1.MemberServiceGrpc.MemberServiceBlockingStub;
import org.masterplan.registry.v1.StreamMembersRequest;

/** Asks the registry for members and the profiles for segments and filters. */
public final class AskedAudiences implements Audiences {
  /** Audiences may be large; whoever waits for one may wait this long. */
  private static final long SECONDS = 60;

  private final MemberServiceBlockingStub members;
  private final ProfileServiceBlockingStub profiles;

  public AskedAudiences(MemberServiceBlockingStub members, ProfileServiceBlockingStub profiles) {
    this.members = members;
    this.profiles = profiles;
  }

  @Override
  public SortedSet<String> people(Audience audience) {
    var people = new TreeSet<>(audience.profiles());
    audience.communities().forEach(c -> people.addAll(members(c)));
    audience.segments().forEach(s -> people.addAll(matching("segments", request().addSegments(s))));
    if (!audience.profileFilter().isBlank()) {
      var filter = request().setFilter(audience.profileFilter());
      people.addAll(matching("profile_filter", filter));
    }
    return people;
  }

  private static StreamAudienceRequest.Builder request() {
    return StreamAudienceRequest.newBuilder();
  }

  private List<String> members(String community) {
    var request = StreamMembersRequest.newBuilder().setParent(community).build();
    return Others.ask(
        "REGISTRY_AWAY",
        "message.audience.communities",
        () -> {
          var found = new TreeSet<String>();
          members
              .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
              .streamMembers(request)
              .forEachRemaining(part -> found.addAll(part.getProfilesList()));
          return List.copyOf(found);
        });
  }

  private List<String> matching(String field, StreamAudienceRequest.Builder request) {
    return Others.ask(
        "PROFILES_AWAY",
        "message.audience." + field,
        () -> {
          var found = new TreeSet<String>();
          profiles
              .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
              .streamAudience(request.build())
              .forEachRemaining(contact -> found.add(contact.getProfile()));
          return List.copyOf(found);
        });
  }
}
