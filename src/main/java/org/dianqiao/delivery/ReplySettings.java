package org.dianqiao.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a partner may answer with.
 *
 * @param largestFile how large a file may be that is fetched for an answer
 * @param largest how large an answer may be, all its files together
 */
@ConfigurationProperties("dianqiao.replies")
public record ReplySettings(
        @DefaultValue("32MB") DataSize largestFile,
        @DefaultValue("96MB") DataSize largest) {

    public ReplySettings {
        if (largestFile.toBytes() < 1 || largest.compareTo(largestFile) < 0) {
            throw new IllegalArgumentException("dianqiao.replies.largest must not be less than largest-file");
        }
    }
}
