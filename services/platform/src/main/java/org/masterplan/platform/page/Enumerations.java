package org.masterplan.platform.page;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.query.Field;

/** The words of a resource's enumerations, as its contract declares them. */
final class Enumerations {
  private Enumerations() {}

  /** Of those of the fields that are enumerations. */
  static Map<String, List<String>> of(Descriptor resource, List<Field> fields) {
    var words = new HashMap<String, List<String>>();
    for (var field : fields) {
      var declared = resource.findFieldByName(field.name());
      if (declared != null && declared.getJavaType() == FieldDescriptor.JavaType.ENUM) {
        words.put(field.name(), words(declared.getEnumType()));
      }
    }
    return words;
  }

  /** The first says that nothing was said, which is asked for by {@code NOT field:*}. */
  private static List<String> words(EnumDescriptor type) {
    return type.getValues().stream().skip(1).map(EnumValueDescriptor::getName).toList();
  }
}
