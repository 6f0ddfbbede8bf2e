package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded store does not do. A clear refusal is better than an answer that looks right:
 * the library would ignore most of these without a word.
 */
final class Refusals {
  private static final int ILLEGAL_OPERATION = 20;
  private static final int CHANGE_STREAM = 40573;
  private static final int NOT_SUPPORTED = 238;
  private static final Set<String> FIND_OPTIONS =
      Set.of("tailable", "awaitData", "min", "max", "returnKey", "showRecordId", "let");
  private static final Set<String> CREATE_OPTIONS =
      Set.of("capped", "viewOn", "timeseries", "validator", "clusteredIndex", "encryptedFields");
  private static final Set<String> FILTERS =
      Set.of(
          "$where", "$text", "$jsonSchema", "$near", "$nearSphere", "$geoWithin", "$geoIntersects");

  private static final List<BiFunction<String, Document, Optional<MongoServerError>>> ALL =
      List.of(
          Refusals::transactions,
          Refusals::changeStreams,
          Refusals::collations,
          Refusals::pipelineUpdates,
          Refusals::findOptions,
          Refusals::createOptions,
          Refusals::projections,
          Refusals::filters);

  private Refusals() {}

  /** Lets {@code command} pass or throws. */
  static void check(String name, Document command) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    ALL.stream()
        .flatMap(refusal -> refusal.apply(lowerCase, command).stream())
        .findFirst()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  static MongoServerError refusal(String what) {
    return new MongoServerError(
        NOT_SUPPORTED, "NotImplemented", "not supported by the embedded store: " + what);
  }

  private static Optional<MongoServerError> transactions(String name, Document command) {
    boolean transaction =
        name.equals("committransaction")
            || name.equals("aborttransaction")
            || command.containsKey("startTransaction")
            || command.containsKey("autocommit");
    return transaction
        ? Optional.of(
            new MongoServerError(
                ILLEGAL_OPERATION,
                "IllegalOperation",
                "not supported by the embedded store: transactions"))
        : Optional.empty();
  }

  private static Optional<MongoServerError> changeStreams(String name, Document command) {
    boolean stream =
        name.equals("aggregate")
            && documents(command, "pipeline").anyMatch(each -> each.containsKey("$changeStream"));
    return stream
        ? Optional.of(
            new MongoServerError(
                CHANGE_STREAM,
                "Location" + CHANGE_STREAM,
                "not supported by the embedded store: change streams"))
        : Optional.empty();
  }

  private static Optional<MongoServerError> collations(String name, Document command) {
    return Stream.concat(
                Stream.of(command),
                Stream.of("updates", "deletes", "indexes")
                    .flatMap(list -> documents(command, list)))
            .map(each -> each.get("collation"))
            .anyMatch(Refusals::isRealCollation)
        ? Optional.of(refusal("collation (store a sort key instead)"))
        : Optional.empty();
  }

  private static boolean isRealCollation(@Nullable Object collation) {
    return collation instanceof Document document && !"simple".equals(document.get("locale"));
  }

  private static Optional<MongoServerError> pipelineUpdates(String name, Document command) {
    boolean pipeline =
        name.equals("findandmodify") && command.get("update") instanceof List<?>
            || name.equals("update")
                && documents(command, "updates").anyMatch(each -> each.get("u") instanceof List);
    return pipeline ? Optional.of(refusal("updates given as a pipeline")) : Optional.empty();
  }

  private static Optional<MongoServerError> findOptions(String name, Document command) {
    return name.equals("find") ? option(command, FIND_OPTIONS) : Optional.empty();
  }

  private static Optional<MongoServerError> createOptions(String name, Document command) {
    return name.equals("create") ? option(command, CREATE_OPTIONS) : Optional.empty();
  }

  private static Optional<MongoServerError> option(Document command, Set<String> refused) {
    return refused.stream()
        .filter(each -> command.containsKey(each) && !Boolean.FALSE.equals(command.get(each)))
        .sorted()
        .findFirst()
        .map(each -> refusal("option '" + each + "'"));
  }

  // The library meets an operator it does not know only when it matches a document; an empty
  // collection would hide the mistake.
  private static Optional<MongoServerError> filters(String name, Document command) {
    Stream<@Nullable Object> many =
        Stream.of("updates", "deletes")
            .flatMap(list -> documents(command, list))
            .map(each -> each.get("q"));
    return Stream.concat(Stream.of("filter", "query").map(command::get), many)
        .flatMap(Refusals::operators)
        .filter(FILTERS::contains)
        .findFirst()
        .map(each -> refusal("operator " + each));
  }

  // The library's projection knows $elemMatch of documents only, and would leave the field out.
  private static Optional<MongoServerError> projections(String name, Document command) {
    boolean elements =
        command.get("projection") instanceof Document projection
            && projection.values().stream()
                .anyMatch(
                    each ->
                        each instanceof Document field
                            && field.get("$elemMatch") instanceof Document element
                            && element.keySet().stream().anyMatch(key -> key.startsWith("$")));
    return elements
        ? Optional.of(refusal("$elemMatch with an operator in a projection"))
        : Optional.empty();
  }

  private static Stream<String> operators(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case Document document ->
          Stream.concat(
              document.keySet().stream(), document.values().stream().flatMap(Refusals::operators));
      case List<?> list -> list.stream().flatMap(Refusals::operators);
      default -> Stream.empty();
    };
  }

  private static Stream<Document> documents(Document command, String field) {
    return command.get(field) instanceof List<?> list
        ? list.stream().filter(Document.class::isInstance).map(Document.class::cast)
        : Stream.empty();
  }
}
