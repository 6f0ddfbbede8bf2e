package org.masterplan.registry.community.domain;

/** What form a community has. */
public enum Kind {
  PAGE,
  GROUP,
  FORUM,
  BLOG,
  CHANNEL,
  CHAT
}
