package org.masterplan.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.MongoProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The store of a service that has one: the driver, the service's database, its indexes. */
@AutoConfiguration
@ConditionalOnProperty("masterplan.mongo.uri")
@EnableConfigurationProperties(MongoProperties.class)
class MongoAutoConfiguration {

  @Bean(destroyMethod = "close")
  MongoClient mongoClient(MongoProperties properties) {
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(properties.uri()))
            // One command, one document: a retry is the service's decision, not the driver's.
            .retryWrites(false)
            .applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .build();
    return MongoClients.create(settings);
  }

  /** The service's database, with every index that its beans declare. */
  @Bean
  MongoDatabase mongoDatabase(
      MongoClient client, MongoProperties properties, ObjectProvider<CollectionIndexes> indexes) {
    var database = client.getDatabase(properties.database());
    CollectionIndexes.create(database, indexes.stream().toList());
    return database;
  }
}
