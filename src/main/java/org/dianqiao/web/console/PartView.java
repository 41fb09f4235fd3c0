package org.dianqiao.web.console;

import org.dianqiao.exchange.Part;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message as its page shows it.
 *
 * @param text its JSON, masked or not; absent for other types and where it is too large to read
 * @param personal whether there is anything in it that masking hides
 * @param attested whether it says of something in it that the gateway wrote it down
 * @param kept where its bytes are; absent where they never were, or were erased: the digest stays
 */
public record PartView(
        Part part, @Nullable String text, boolean personal, boolean attested, PartStore.@Nullable Kept kept) {

    static PartView of(Part part, byte @Nullable [] bytes, PartStore.@Nullable Kept kept, boolean open) {
        if (bytes == null || !part.type().contains("json")) {
            return new PartView(part, null, false, false, kept);
        }
        return Payload.of(bytes)
                .map(faces -> new PartView(
                        part, open ? faces.open() : faces.masked(), faces.personal(), faces.attested(), kept))
                .orElseGet(() -> new PartView(part, null, false, false, kept));
    }

    /** Whether there is more to it than is shown to everybody. */
    public boolean guarded() {
        return personal || (text == null && kept != null);
    }
}
