package org.masterplan.gateway.contract;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;

/**
 * One method, callable without generated code.
 *
 * @param proto what the contract says of it
 * @param grpc how it is called
 */
public record Rpc(
    MethodDescriptor proto, io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> grpc) {

  static Rpc of(MethodDescriptor proto) {
    var grpc =
        io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
            .setType(type(proto))
            .setFullMethodName(proto.getService().getFullName() + "/" + proto.getName())
            .setRequestMarshaller(
                ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(proto.getInputType())))
            .setResponseMarshaller(
                ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(proto.getOutputType())))
            .build();
    return new Rpc(proto, grpc);
  }

  /** The area that offers it, for example {@code registry}. */
  public String area() {
    var parts = proto.getFile().getPackage().split("\\.", -1);
    return parts.length > 1 ? parts[1] : "";
  }

  /** Full name, for example {@code masterplan.registry.v1.CommunityService/GetCommunity}. */
  public String fullName() {
    return grpc.getFullMethodName();
  }

  private static MethodType type(MethodDescriptor proto) {
    if (proto.isClientStreaming()) {
      return proto.isServerStreaming() ? MethodType.BIDI_STREAMING : MethodType.CLIENT_STREAMING;
    }
    return proto.isServerStreaming() ? MethodType.SERVER_STREAMING : MethodType.UNARY;
  }
}
