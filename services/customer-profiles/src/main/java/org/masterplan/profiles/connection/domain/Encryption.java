package org.masterplan.profiles.connection.domain;

import java.util.Set;

/**
 * How a kind of database is told to encrypt a connection.
 *
 * @param property of the url
 * @param usual what is said where the url says nothing: encrypted, whoever's certificate it is
 * @param open the values with which a connection may go unencrypted
 */
public record Encryption(String property, String usual, Set<String> open) {
  public Encryption {
    open = Set.copyOf(open);
  }
}
