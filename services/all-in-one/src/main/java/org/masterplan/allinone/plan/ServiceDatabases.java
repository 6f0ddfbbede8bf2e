package org.masterplan.allinone.plan;

import java.util.Objects;
import java.util.Properties;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The databases of the services, as their own settings files name them. */
final class ServiceDatabases {
  private static final String DATABASE = "masterplan.mongo.database";

  private ServiceDatabases() {}

  static String of(String service) {
    var file = new YamlPropertiesFactoryBean();
    file.setResources(new ClassPathResource(service + ".yml"));
    Properties settings = Objects.requireNonNull(file.getObject(), service);
    return Objects.requireNonNull(settings.getProperty(DATABASE), service);
  }
}
