package org.masterplan.platform.page;

/**
 * The fields that every list request has (AIP-158, 160, 132).
 *
 * @param scope whatever else narrows the list, for example the parent's name; part of what a page
 *     token is bound to
 */
public record ListRequest(
    int pageSize, String pageToken, String filter, String orderBy, String scope) {
  public ListRequest(int pageSize, String pageToken, String filter, String orderBy) {
    this(pageSize, pageToken, filter, orderBy, "");
  }
}
