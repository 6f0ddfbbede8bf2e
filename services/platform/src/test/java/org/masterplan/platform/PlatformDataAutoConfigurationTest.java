package org.masterplan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.migration.Migration;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.testkit.MongoTestServer;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PlatformDataAutoConfigurationTest {
  @TempDir Path folder;

  ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(PlatformDataAutoConfiguration.class))
          .withPropertyValues("spring.application.name=community-registry")
          .withBean(Clock.class, Clock::systemUTC);

  @Test
  void context_withAStore_hasEverything() {
    runner
        .withPropertyValues("masterplan.spool=" + folder)
        .withBean(MongoDatabase.class, () -> MongoTestServer.database("wiring"))
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(Operations.class);
              assertThat(context.getBean(BackgroundWork.class).isRunning()).isTrue();
              var body = new ByteArrayInputStream(new byte[] {1});
              var spooled = context.getBean(Spool.class).store(body);
              assertThat(spooled.file()).hasParent(folder.resolve("community-registry"));
            });
  }

  @Test
  void context_thatMakesBeansOnlyWhenAsked_upgradesTheSchema() {
    var database = MongoTestServer.database("wiring");
    runner
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    new LazyInitializationBeanFactoryPostProcessor()))
        .withPropertyValues("masterplan.spool=" + folder)
        .withBean(MongoDatabase.class, () -> database)
        .withBean(Migration.class, () -> new Migration(1, "first", _ -> {}))
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              var schema = database.getCollection("schema").find().first();
              assertThat(schema).containsEntry("version", 1);
            });
  }

  @Test
  void context_withoutAStore_hasNothing() {
    runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Spool.class));
  }
}
