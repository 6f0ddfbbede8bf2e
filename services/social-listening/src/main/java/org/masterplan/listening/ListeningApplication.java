package org.masterplan.listening;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Social listening as a process of its own. */
@EnableAutoConfiguration
@Import(ListeningConfiguration.class)
public class ListeningApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "social-listening");
    SpringApplication.run(ListeningApplication.class, args);
  }
}
