package org.masterplan.gateway.contract;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comments of the proto files, found by the element below them. */
final class Comments {
  private final Map<String, String> byName = new HashMap<>();

  private Comments() {}

  static Comments of(FileDescriptorSet set, Map<String, FileDescriptor> linked) {
    var comments = new Comments();
    for (var file : set.getFileList()) {
      var descriptor = linked.get(file.getName());
      if (descriptor != null) {
        comments.read(file, descriptor);
      }
    }
    return comments;
  }

  String above(GenericDescriptor element) {
    return byName.getOrDefault(key(element), "");
  }

  private void read(FileDescriptorProto file, FileDescriptor linked) {
    var texts = new HashMap<List<Integer>, String>();
    for (var location : file.getSourceCodeInfo().getLocationList()) {
      if (location.hasLeadingComments()) {
        texts.put(List.copyOf(location.getPathList()), tidy(location.getLeadingComments()));
      }
    }
    for (var type : linked.getMessageTypes()) {
      message(type, path(List.of(), FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, type), texts);
    }
    for (var type : linked.getEnumTypes()) {
      values(type, path(List.of(), FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER, type), texts);
    }
    for (var service : linked.getServices()) {
      service(service, path(List.of(), FileDescriptorProto.SERVICE_FIELD_NUMBER, service), texts);
    }
  }

  private void message(Descriptor type, List<Integer> at, Map<List<Integer>, String> texts) {
    keep(type, at, texts);
    for (var field : type.getFields()) {
      keep(field, path(at, DescriptorProto.FIELD_FIELD_NUMBER, field), texts);
    }
    for (var nested : type.getNestedTypes()) {
      message(nested, path(at, DescriptorProto.NESTED_TYPE_FIELD_NUMBER, nested), texts);
    }
    for (var nested : type.getEnumTypes()) {
      values(nested, path(at, DescriptorProto.ENUM_TYPE_FIELD_NUMBER, nested), texts);
    }
  }

  private void values(EnumDescriptor type, List<Integer> at, Map<List<Integer>, String> texts) {
    keep(type, at, texts);
    for (var value : type.getValues()) {
      keep(value, path(at, EnumDescriptorProto.VALUE_FIELD_NUMBER, value), texts);
    }
  }

  private void service(
      ServiceDescriptor service, List<Integer> at, Map<List<Integer>, String> texts) {
    keep(service, at, texts);
    for (var method : service.getMethods()) {
      keep(method, path(at, ServiceDescriptorProto.METHOD_FIELD_NUMBER, method), texts);
    }
  }

  private void keep(GenericDescriptor element, List<Integer> at, Map<List<Integer>, String> texts) {
    var text = texts.get(at);
    if (text != null) {
      byName.put(key(element), text);
    }
  }

  private static List<Integer> path(List<Integer> parent, int kind, GenericDescriptor element) {
    var path = new ArrayList<>(parent);
    path.add(kind);
    path.add(index(element));
    return List.copyOf(path);
  }

  private static int index(GenericDescriptor element) {
    return switch (element) {
      case Descriptor d -> d.getIndex();
      case EnumDescriptor d -> d.getIndex();
      case ServiceDescriptor d -> d.getIndex();
      case com.google.protobuf.Descriptors.FieldDescriptor d -> d.getIndex();
      case com.google.protobuf.Descriptors.EnumValueDescriptor d -> d.getIndex();
      case com.google.protobuf.Descriptors.MethodDescriptor d -> d.getIndex();
      default -> throw new IllegalArgumentException(element.getFullName());
    };
  }

  /** Enum values share their parent's scope in protobuf, so the type is part of the key. */
  private static String key(GenericDescriptor element) {
    return element instanceof com.google.protobuf.Descriptors.EnumValueDescriptor value
        ? value.getType().getFullName() + "#" + value.getName()
        : element.getFullName();
  }

  private static String tidy(String comment) {
    return comment.lines().map(String::strip).reduce((a, b) -> a + "\n" + b).orElse("").strip();
  }
}
