package org.masterplan.platform.notice;

import org.masterplan.kernel.notice.Tidings;

/** Tells people by notices: in their inbox, and from there by mail and webhook. */
public record NoticedTidings(Notices notices) implements Tidings {
  @Override
  public void tell(Tiding tiding) {
    var recipient = inbox(tiding.to());
    var id = tiding.occasion() + "-to-" + recipient.replaceAll("[^A-Za-z0-9.-]", "-");
    notices.add(
        new Notice(id, recipient, tiding.reason(), tiding.values(), tiding.about(), tiding.at()));
  }

  private static String inbox(Recipient recipient) {
    return switch (recipient) {
      case Recipient.Person(var subject) -> subject;
      case Recipient.Employee(var name) -> name;
      case Recipient.Office(var role) -> Offices.of(role);
      case Recipient.Unit(var name) -> Offices.unit(name);
    };
  }
}
