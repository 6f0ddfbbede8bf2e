package org.masterplan.profiles;

import java.time.Duration;
import java.util.List;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.profiles.connection.jdbc.Folder;
import org.masterplan.profiles.connection.jdbc.Reach;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which databases sources may be pulled from: none, unless they are named here.
 *
 * @param hosts servers that may be called; one that begins with a dot stands for all under it
 * @param privateAllowed whether they may be inside this network
 * @param plaintextAllowed whether other machines may be called without encryption
 * @param secrets folder with a folder for each server, with a file for each password
 * @param files folder with the SQLite files that may be read
 * @param connect how long a connection may take
 * @param silence how long a server may say nothing
 */
@ConfigurationProperties("masterplan.profiles.database")
record DatabaseProperties(
    List<String> hosts,
    boolean privateAllowed,
    boolean plaintextAllowed,
    String secrets,
    String files,
    Duration connect,
    Duration silence) {
  Reach reach() {
    return new Reach(
        new AddressPolicy(hosts, privateAllowed),
        plaintextAllowed,
        Folder.named(secrets),
        Folder.named(files),
        connect,
        silence);
  }
}
