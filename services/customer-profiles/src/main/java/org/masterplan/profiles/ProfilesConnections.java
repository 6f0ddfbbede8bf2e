package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.UUID;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.operation.Operations;
import org.masterplan.profiles.connection.app.ConnectionDesk;
import org.masterplan.profiles.connection.grpc.ConnectionGrpcService;
import org.masterplan.profiles.connection.jdbc.JdbcDatabases;
import org.masterplan.profiles.connection.jobs.CompareWork;
import org.masterplan.profiles.connection.jobs.PullWork;
import org.masterplan.profiles.connection.mongo.MongoConnections;
import org.masterplan.profiles.source.app.LoadDesk;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.app.StillHeld;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sources that are pulled from their database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class ProfilesConnections {
  @Bean
  ConnectionDesk connectionDesk(
      SourceRegister register, MongoDatabase database, JdbcDatabases databases, Clock clock) {
    return new ConnectionDesk(register, new MongoConnections(database), databases, clock);
  }

  /** What a load could not take in need not be read. */
  @Bean
  JdbcDatabases databases(DatabaseProperties reached, Limits limits, Clock clock) {
    return new JdbcDatabases(reached.reach(), clock, limits.recordChars());
  }

  @Bean
  CollectionIndexes connectionIndexes() {
    return MongoConnections.indexes();
  }

  @Bean
  PullWork pullWork(
      ConnectionDesk desk,
      SourceRegister register,
      Loading.Stores stores,
      Loading loading,
      Spool spool,
      Clock clock) {
    var loads = new LoadDesk(register, stores.bodies(), () -> UUID.randomUUID().toString());
    return new PullWork(desk, new PullWork.Intake(loads, loading, spool), clock);
  }

  @Bean
  CompareWork compareWork(
      ConnectionDesk desk, SourceRegister register, Loading.Stores stores, Clock clock) {
    var held = new StillHeld(register, stores.records());
    return new CompareWork(desk, stores.records(), held, clock);
  }

  @Bean
  ConnectionGrpcService connectionService(ConnectionDesk desk, Operations operations) {
    return new ConnectionGrpcService(desk, operations, () -> UUID.randomUUID().toString());
  }
}
