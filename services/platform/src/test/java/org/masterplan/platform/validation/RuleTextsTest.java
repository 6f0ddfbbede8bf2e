package org.masterplan.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import build.buf.validate.FieldRules.TypeCase;
import build.buf.validate.Rule;
import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.Message;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.v1.BatchGetHealthRequest;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.DecideContactRequest;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.listening.v1.AnswerIdeaRequest;
import org.masterplan.listening.v1.Idea;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.status.Statuses;
import org.masterplan.platform.text.TextCatalogue;
import org.masterplan.profiles.v1.ListPotentialCustomersRequest;
import org.masterplan.profiles.v1.LookupProfileRequest;
import org.masterplan.profiles.v1.PeopleSample;

/** Whatever a contract asks of a field is refused in the caller's language. */
class RuleTextsTest {
  /** Of the rules beside these a field's value cannot break one by itself. */
  private static final Set<String> NO_RULES = Set.of("items", "keys", "values", "example");

  private final Set<String> ids = new TreeSet<>();

  @Test
  void everyRuleOfTheContracts_hasATextInBothLanguages() throws IOException {
    for (var file : contracts().getFileList()) {
      if (file.getPackage().startsWith("masterplan.")) {
        file.getMessageTypeList().forEach(this::collect);
      }
    }

    assertThat(ids)
        .contains("required", "string.uuid", "repeated.min_items", "int32.gte_lte", "enum.in")
        .contains("lookup.one_key", "map.min_pairs", "bytes.max_len", "double.gte_lte");
    assertThat(ids)
        .allSatisfy(
            id -> assertThat(TextCatalogue.shared().knows(FieldRules.reason(id))).as(id).isTrue());
  }

  @Test
  void brokenRules_areToldInVietnamese_withWhatIsExpected() {
    assertThat(refused(BatchGetHealthRequest.getDefaultInstance()))
        .isEqualTo("communities có quá ít mục (cần ít nhất 1).");
    assertThat(refused(LookupProfileRequest.getDefaultInstance()))
        .endsWith("record (bản ghi) và handle (cần đúng một).");
    assertThat(refused(DecideContactRequest.newBuilder().setChannel(Channel.EMAIL).build()))
        .isEqualTo("person đang để trống (cần có giá trị).");
    assertThat(refused(answer(Idea.State.STATE_UNSPECIFIED)))
        .isEqualTo(
            "state là STATE_UNSPECIFIED (cần một trong: UNDER_REVIEW, PLANNED, DONE, DECLINED).");
    assertThat(refused(close(3.5))).isEqualTo("strength là 3.5 (cần từ 0 đến 1).");
    var look = PeopleSample.Look.newBuilder().setProfile("profiles/p-1").addElsewhere(2);
    assertThat(refused(look.addElsewhere(-1).build()))
        .isEqualTo("elsewhere[1] là -1 (cần từ 0 đến 10000).");
  }

  private static AnswerIdeaRequest answer(Idea.State state) {
    return AnswerIdeaRequest.newBuilder()
        .setName("ideas/i-1")
        .setEtag("1")
        .setState(state)
        .setAnswer("Cảm ơn")
        .build();
  }

  private static ListPotentialCustomersRequest close(double strength) {
    return ListPotentialCustomersRequest.newBuilder()
        .setCommunity("communities/me-bim")
        .setStrength(strength)
        .build();
  }

  private static String refused(Message request) {
    var refused = catchThrowableOfType(InvalidFields.class, () -> new FieldRules().check(request));
    assertThat(refused.violations()).hasSize(1);
    return String.valueOf(Statuses.of(refused, Caller.VIETNAMESE).getStatus().getDescription());
  }

  private static FileDescriptorSet contracts() throws IOException {
    var registry = ExtensionRegistry.newInstance();
    ValidateProto.registerAllExtensions(registry);
    try (var in = FieldRules.class.getResourceAsStream("/masterplan.binpb")) {
      return FileDescriptorSet.parseFrom(in, registry);
    }
  }

  private void collect(DescriptorProto type) {
    type.getNestedTypeList().forEach(this::collect);
    own(type.getOptions().getExtension(ValidateProto.message).getCelList());
    type.getOneofDeclList().stream()
        .filter(oneof -> oneof.getOptions().getExtension(ValidateProto.oneof).getRequired())
        .forEach(_ -> ids.add("required"));
    type.getFieldList()
        .forEach(field -> collect(field.getOptions().getExtension(ValidateProto.field)));
  }

  private void own(List<Rule> rules) {
    rules.forEach(rule -> ids.add(rule.getId()));
  }

  private void collect(build.buf.validate.FieldRules rules) {
    own(rules.getCelList());
    if (rules.getRequired()) {
      ids.add("required");
    }
    if (rules.getTypeCase() != TypeCase.TYPE_NOT_SET) {
      var type = rules.getTypeCase().name().toLowerCase(Locale.ROOT);
      collect(type, (Message) rules.getField(named(rules, type)));
    }
    if (rules.getRepeated().hasItems()) {
      collect(rules.getRepeated().getItems());
    }
    if (rules.getMap().hasKeys()) {
      collect(rules.getMap().getKeys());
    }
    if (rules.getMap().hasValues()) {
      collect(rules.getMap().getValues());
    }
  }

  /** Two ends of a range are one rule. */
  private void collect(String type, Message rules) {
    var set = new TreeSet<String>();
    rules.getAllFields().keySet().forEach(field -> set.add(field.getName()));
    set.removeAll(NO_RULES);
    if (set.containsAll(Set.of("gte", "lte"))) {
      set.removeAll(Set.of("gte", "lte"));
      set.add("gte_lte");
    }
    set.forEach(rule -> ids.add(type + "." + rule));
  }

  private static FieldDescriptor named(Message rules, String name) {
    return rules.getDescriptorForType().findFieldByName(name);
  }
}
