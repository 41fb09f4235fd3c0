package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final Manifest MANIFEST =
            new Manifest("a", "receipt", "lead.assigned", "grid.henan", null, "", null, null, null, List.of());

    private final AtomicInteger worked = new AtomicInteger();
    private final Memory memory = new Memory(2);

    @Test
    void forgetsTheOldest() throws Refusal {
        for (String id : List.of("1", "2", "3", "3", "2", "1")) {
            memory.once(id, "digest", this::answer);
        }
        assertThat(worked).hasValue(4);
    }

    @Test
    void doesNotRememberWhatWasRefused() throws Refusal {
        assertThatThrownBy(() -> memory.once("1", "digest", this::refuse)).isInstanceOf(Refusal.class);
        assertThat(memory.once("1", "mended", this::answer).status()).isEqualTo(202);
    }

    @Test
    void keepsAnIdToItsMessage() throws Refusal {
        memory.once("1", "digest", this::answer);
        assertThatThrownBy(() -> memory.once("1", "other", this::answer)).isInstanceOf(Refusal.class);
    }

    private Answered answer() {
        worked.incrementAndGet();
        return new Answered(202, "digest", new Message(MANIFEST, new byte[0], new byte[0], List.of()));
    }

    private Answered refuse() throws Refusal {
        throw new Refusal(422, "contract-violated", "不受理");
    }
}
