package org.dianqiao.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.StampSettings.Authority;
import org.dianqiao.line.Line;
import org.dianqiao.trust.NotAStamp;
import org.dianqiao.trust.Stamp;
import org.dianqiao.trust.StampRequest;
import org.dianqiao.trust.Trust;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The time stamping authorities, asked in their order until one gives a stamp that we believe. */
@Component
class StampAuthorities {

    private static final int LARGEST_ANSWER = 64 << 10;

    private final StampSettings settings;
    private final Watched<Trust> trust;
    private final Clock clock;
    private final Line line;

    StampAuthorities(StampSettings settings, Watched<Trust> trust, Clock clock) {
        this.settings = settings;
        this.trust = trust;
        this.clock = clock;
        this.line = new Line(settings.patience(), LARGEST_ANSWER);
    }

    /**
     * @param by who gave it; absent where nobody did
     * @param troubles why those asked before gave none
     */
    record Answer(@Nullable URI by, @Nullable Stamp stamp, List<String> troubles) {

        Optional<Stamp> given() {
            return Optional.ofNullable(stamp);
        }
    }

    Answer stamp(byte[] text) {
        List<String> troubles = new ArrayList<>();
        for (Authority authority : settings.authorities()) {
            try {
                return new Answer(authority.url(), ask(authority, text), troubles);
            } catch (IOException | NotAStamp e) {
                troubles.add(authority.url() + ": " + e.getMessage());
            }
        }
        return new Answer(null, null, troubles);
    }

    /** A gateway that is stopped does not wait for an authority. */
    @EventListener(ContextClosedEvent.class)
    void hangUp() {
        line.close();
    }

    private Stamp ask(Authority authority, byte[] text) throws IOException {
        StampRequest question = StampRequest.over(text, authority.policy());
        HttpResponse<byte[]> answer = line.ask(HttpRequest.newBuilder(authority.url())
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .header("User-Agent", "Dianqiao")
                .POST(BodyPublishers.ofByteArray(question.der()))
                .build());
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP status " + answer.statusCode());
        }
        return question.answeredBy(answer.body()).believedBy(trust.current(), clock.instant());
    }
}
