package org.dianqiao.exchange;

import java.net.URI;
import java.util.List;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;

/**
 * What a partner said in its own dialect, as the gateway attests it 代签: nothing that its sender signed covers the words,
 * so the gateway composes the message, signs it, and says in its manifest that it did. From there on it is a message
 * like every other.
 */
public final class Attested extends Arrival {

    private final Manifest manifest;
    private final Signed signed;
    private final List<Content> contents;
    private final @Nullable Refused fault;
    private final String grantedAs;
    private final boolean fetched;

    /**
     * @param contents of the manifest's parts, in their order
     * @param fault why these words cannot be put into ours; they are refused where they would be read, and recorded
     * @param grantedAs the service whose grant covers it
     * @param fetched whether we went for it, as fast as we wanted to
     */
    Attested(
            Manifest manifest,
            Signed signed,
            List<Content> contents,
            @Nullable Refused fault,
            String grantedAs,
            boolean fetched) {
        this.manifest = manifest;
        this.signed = signed;
        this.contents = contents;
        this.fault = fault;
        this.grantedAs = grantedAs;
        this.fetched = fetched;
        contents.forEach(this::keep);
    }

    @Override
    public String service() {
        return manifest.service();
    }

    @Override
    String grantedAs() {
        return grantedAs;
    }

    @Override
    public URI base() {
        throw new Refused(Code.NOT_PERMITTED, "大部件只能由自己签名的单位上传。");
    }

    @Override
    Opened open(Checks checks) {
        return checks.open(this);
    }

    @Override
    List<Content> sent(Manifest named, Parts parts) {
        if (fault != null) {
            throw fault;
        }
        return contents;
    }

    @Override
    boolean isFetched() {
        return fetched;
    }

    Manifest manifest() {
        return manifest;
    }

    Signed signed() {
        return signed;
    }
}
