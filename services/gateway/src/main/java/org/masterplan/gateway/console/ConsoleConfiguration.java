package org.masterplan.gateway.console;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.masterplan.gateway.issuer.DemoUsers;
import org.masterplan.gateway.issuer.FirstAdministrator;
import org.masterplan.gateway.issuer.Issuer;
import org.masterplan.gateway.issuer.SignIns;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.rest.Channels;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages, and the frame around them. */
@Configuration(proxyBeanMethods = false)
public class ConsoleConfiguration {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String JARS = "classpath:/META-INF/resources/";

  /**
   * What the frame around the pages depends on.
   *
   * @param demo whether this is the demonstration
   * @param zone in which times are shown
   * @param progressFile what a loader writes its progress to
   * @param lifetime of the session cookie
   */
  public record Frame(boolean demo, ZoneId zone, String progressFile, Duration lifetime) {}

  /** The words of the pages; a word that is missing is shown as missing, never in English. */
  @Bean
  MessageSource messageSource() {
    var words = new ResourceBundleMessageSource();
    words.setBasename("console/words");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    return words;
  }

  @Bean
  Services services(Channels channels) {
    return new Services(channels);
  }

  @Bean
  Directory directory(Services services) {
    return new Directory(services);
  }

  @Bean
  Portfolios portfolios(Services services, Clock clock, Frame frame) {
    return new Portfolios(services, clock, frame.zone());
  }

  @Bean
  PortfolioPages portfolioPages(
      Services services, Directory directory, Portfolios portfolios, MessageSource words) {
    return new PortfolioPages(services, directory, portfolios, words);
  }

  @Bean
  CommunityPages communityPages(Services services, Directory directory, Clock clock) {
    return new CommunityPages(services, directory, clock);
  }

  @Bean
  RegisterPages registerPages(Services services, Directory directory) {
    return new RegisterPages(services, directory, UUID::randomUUID);
  }

  @Bean
  StartPages startPages(Services services, Directory directory, MessageSource words) {
    return new StartPages(services, directory, words, UUID::randomUUID);
  }

  @Bean
  ProfilePages profilePages(Services services, Directory directory, Clock clock) {
    return new ProfilePages(services, directory, clock);
  }

  @Bean
  ReviewPages reviewPages(Services services) {
    return new ReviewPages(services);
  }

  @Bean
  ResolutionPages resolutionPages(Services services) {
    return new ResolutionPages(services, UUID::randomUUID);
  }

  @Bean
  ModelPages modelPages(Services services) {
    return new ModelPages(services);
  }

  @Bean
  QualityPages qualityPages(Services services) {
    return new QualityPages(services);
  }

  @Bean
  RecordPages recordPages(Services services) {
    return new RecordPages(services);
  }

  @Bean
  PeopleSamplePages peopleSamplePages(Services services) {
    return new PeopleSamplePages(services);
  }

  @Bean
  CorrectionPages correctionPages(Services services) {
    return new CorrectionPages(services);
  }

  @Bean
  SourcePages sourcePages(Services services, Directory directory, Frame frame) {
    return new SourcePages(services, directory, frame.zone());
  }

  @Bean
  LoadPages loadPages(Services services, MessageSource words) {
    return new LoadPages(services, words);
  }

  @Bean
  RejectedRowPages rejectedRowPages(Services services) {
    return new RejectedRowPages(services, UUID::randomUUID);
  }

  @Bean
  NewSourcePages newSourcePages(Services services, Directory directory) {
    return new NewSourcePages(services, directory, UUID::randomUUID);
  }

  @Bean
  ConnectionPages connectionPages(Services services) {
    return new ConnectionPages(services);
  }

  @Bean
  ReplacementPages replacementPages(Services services, Directory directory) {
    return new ReplacementPages(services, directory);
  }

  @Bean
  PrivacyPages privacyPages(Services services, Answers answers, MessageSource words, Frame frame) {
    return new PrivacyPages(
        services, answers, new PersonPaper(words, frame.zone()), UUID::randomUUID);
  }

  @Bean
  PrivacyRequestPages privacyRequestPages(Services services, Answers answers, Frame frame) {
    return new PrivacyRequestPages(services, answers, frame.zone(), UUID::randomUUID);
  }

  @Bean
  ProcessingPages processingPages(Services services, Directory directory, MessageSource words) {
    return new ProcessingPages(services, directory, words);
  }

  @Bean
  MessagePlan messagePlan(Services services, Frame frame) {
    return new MessagePlan(services, frame.zone());
  }

  @Bean
  MessagePages messagePages(
      Services services, Directory directory, MessagePlan messages, Supplier<LocalDate> today) {
    return new MessagePages(services, directory, messages, today);
  }

  /** The first of the seven days that the message plan shows. */
  @Bean
  Supplier<LocalDate> today(Clock clock, Frame frame) {
    return () -> LocalDate.ofInstant(clock.instant(), frame.zone());
  }

  @Bean
  MessageFormPages messageFormPages(
      Services services, Directory directory, MessageSource words, Frame frame) {
    var asking = new MessageFormPages.Asking(frame.zone(), UUID::randomUUID);
    return new MessageFormPages(services, directory, words, asking);
  }

  @Bean
  WaitingRequests waitingRequests(Services services) {
    return new WaitingRequests(services);
  }

  @Bean
  DecisionPages decisionPages(WaitingRequests waiting, Directory directory) {
    return new DecisionPages(waiting, directory);
  }

  @Bean
  GhostShipPages ghostShipPages(Services services, Directory directory) {
    return new GhostShipPages(services, directory);
  }

  @Bean
  RescuePages rescuePages(Services services, Directory directory) {
    return new RescuePages(services, directory);
  }

  @Bean
  FeedbackPages feedbackPages(Services services, Directory directory) {
    return new FeedbackPages(services, directory);
  }

  @Bean
  PromotionPages promotionPages(Services services) {
    return new PromotionPages(services);
  }

  @Bean
  NoticePages noticePages(Services services) {
    return new NoticePages(services);
  }

  @Bean
  FigurePages.Rows rowsOfFigures(
      Portfolios communities, MessagePlan messages, WaitingRequests requests) {
    return new FigurePages.Rows(communities, messages, requests);
  }

  @Bean
  FigurePages figurePages(
      Services services, Directory directory, FigurePages.Rows rows, Supplier<LocalDate> today) {
    return new FigurePages(services, directory, rows, today);
  }

  @Bean
  ProgressPages progressPages() {
    return new ProgressPages();
  }

  @Bean
  SignInPages signInPages(
      SignIns signIns, FirstAdministrator first, Issuer issuer, SignInPages.Rules rules) {
    return new SignInPages(signIns, first, issuer, rules);
  }

  @Bean
  SignInPages.Rules signInRules(Frame frame, DemoUsers users) {
    var demo = frame.demo() ? Optional.of(users) : Optional.<DemoUsers>empty();
    return new SignInPages.Rules(demo, frame.lifetime());
  }

  @Bean
  Layout layout(Frame frame, LoadProgress progress, MessageSource words) {
    return new Layout(frame.demo(), frame.zone(), progress, words);
  }

  @Bean
  Failures failures(Layout layout) {
    return new Failures(layout);
  }

  @Bean
  LoadProgress loadProgress(Frame frame) {
    return new LoadProgress(frame.progressFile());
  }

  @Bean
  LocaleResolver localeResolver() {
    return Languages.chosen(YEAR);
  }

  @Bean
  WebMvcConfigurer pages(Layout layout) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(Languages.choice());
        registry.addInterceptor(layout);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Visitors());
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler("/assets/lib/htmx/**")
            .addResourceLocations(JARS + "webjars/htmx.org/2.0.10/dist/")
            .setCachePeriod((int) YEAR.toSeconds());
        registry
            .addResourceHandler("/assets/lib/echarts/**")
            .addResourceLocations(JARS + "_static/echarts/6.0.0/dist/")
            .setCachePeriod((int) YEAR.toSeconds());
        registry
            .addResourceHandler("/assets/**")
            .addResourceLocations("classpath:/console/assets/")
            .setCachePeriod(0);
      }
    };
  }
}
