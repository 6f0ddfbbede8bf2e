package org.masterplan.gateway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.rest.CallHeaders;
import org.masterplan.gateway.rest.HttpRefusal;

/**
 * What the server refuses by itself, before any code of ours sees it, is answered as every other
 * error is; its own page would tell its readers nothing but the server's name.
 */
public final class ServerErrors extends ErrorReportValve {
  private final Answers answers;
  private final long limit;

  /**
   * Answers in this way.
   *
   * @param limit as many bytes of address and headers are read
   */
  public ServerErrors(Answers answers, long limit) {
    this.answers = answers;
    this.limit = limit;
  }

  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      HttpServletResponse answer = response.getResponse();
      answers.refuse(
          answer,
          HttpRefusal.unreadable(status, limit),
          CallHeaders.language(request.getRequest()));
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
