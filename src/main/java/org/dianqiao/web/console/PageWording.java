package org.dianqiao.web.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.catalogue.Service.Title;
import org.dianqiao.codes.Masking;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How pages say things: names instead of ids, times as the clock on the office wall shows them. */
@Component("wording")
public class PageWording {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final MessageSource messages;
    private final Catalogue catalogue;
    private final Watched<Partners> partners;
    private final Clock clock;

    public PageWording(MessageSource messages, Catalogue catalogue, Watched<Partners> partners, Clock clock) {
        this.messages = messages;
        this.catalogue = catalogue;
        this.partners = partners;
        this.clock = clock;
    }

    public boolean chinese() {
        return !locale().getLanguage().equals("en");
    }

    public String service(String name) {
        return catalogue.find(name).map(found -> title(found.title())).orElse(name);
    }

    public String partner(String id) {
        return partners.current()
                .find(id)
                .map(found -> name(found.name()))
                .orElseGet(() -> id.equals("-") ? say("partner.nobody") : id);
    }

    public String name(Partner.Name name) {
        return chinese() ? name.zh() : name.en();
    }

    /** Who else receives a service. */
    public List<Partner> receivers(String service, String butNot) {
        return partners.current().all().stream()
                .filter(partner -> partner.receives(service) && !partner.id().equals(butNot))
                .toList();
    }

    public String outcome(String outcome) {
        return messages.getMessage("outcome." + outcome, null, outcome, locale());
    }

    /** The colour of its pill. */
    public String tone(String outcome) {
        return Fate.of(outcome).word();
    }

    public long now() {
        return clock.instant().toEpochMilli();
    }

    /** What a refusal's code means, in a sentence; nothing for what went well. A question is never put again by us. */
    public @Nullable String reason(Row row) {
        boolean unanswered = row.outcome().equals("expired") && row.kind().equals("query");
        return messages.getMessage("reason." + (unanswered ? "unanswered" : row.outcome()), null, null, locale());
    }

    /** A word of help beside a field, where there is one. */
    public String hint(String key) {
        return String.valueOf(messages.getMessage(key, null, "", locale()));
    }

    /** How the gateway knew who spoke, whose words it wrote down; a means that we have no word for stands as it is. */
    public String means(Attestation attested) {
        return String.valueOf(
                messages.getMessage("attested.means." + attested.means(), null, attested.means(), locale()));
    }

    /** What somebody may ask for personal data for. Purposes that only one gateway grants are shown as they are written. */
    public String purpose(String purpose) {
        return String.valueOf(
                messages.getMessage("purpose." + purpose.replace(' ', '-'), null, masked(purpose), locale()));
    }

    public String purposes(Collection<String> purposes) {
        return list(purposes.stream().map(this::purpose).sorted().toList());
    }

    /** One after the other, as the language of the page does it. */
    public String list(Collection<String> each) {
        return String.join(say("case.and"), each);
    }

    public String masked(@Nullable String text) {
        return text == null ? "" : Masking.text(text);
    }

    /** Today the time is enough. */
    public String time(Instant at) {
        boolean today =
                DAY.withZone(OFFICE).format(at).equals(DAY.withZone(OFFICE).format(clock.instant()));
        return (today ? CLOCK : DAY_AND_CLOCK).withZone(OFFICE).format(at);
    }

    public String fullTime(Instant at) {
        return FULL.withZone(OFFICE).format(at);
    }

    public String day(Instant at) {
        return DAY.withZone(OFFICE).format(at);
    }

    public long daysLeft(Instant until) {
        return Duration.between(clock.instant(), until).toDays();
    }

    public String ago(Instant at) {
        long seconds = Math.max(0, Duration.between(at, clock.instant()).toSeconds());
        return span("ago", seconds);
    }

    public String until(Instant at) {
        long seconds = Duration.between(clock.instant(), at).toSeconds();
        return seconds <= 0 ? say("until.now") : span("until", seconds);
    }

    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public String size(long bytes) {
        return bytes < 1024
                ? bytes + " B"
                : bytes < 1 << 20
                        ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                        : String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
    }

    private String span(String direction, long seconds) {
        if (seconds < 60) {
            return say(direction + ".seconds", seconds);
        }
        if (seconds < 3600) {
            return say(direction + ".minutes", seconds / 60);
        }
        return seconds < 86400 ? say(direction + ".hours", seconds / 3600) : say(direction + ".days", seconds / 86400);
    }

    private String title(Title title) {
        return chinese() ? title.zh() : title.en();
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
