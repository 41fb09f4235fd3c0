package org.dianqiao.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Cipher;
import org.dianqiao.partner.Credentials.Letters;
import org.dianqiao.partner.Credentials.Refresh;
import org.dianqiao.partner.Credentials.Signature;
import org.dianqiao.partner.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a platform that gives out secrets. */
abstract class WithSecrets extends WithConnectors {

    protected static final String PLATFORM = "national.henan";
    protected static final String REQUESTER = "11111111-2222-3333-4444-555555555555@df-1";
    protected static final String FIRST = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
    protected static final Duration HOUR = Duration.ofHours(1);

    protected PlayedPlatform platform;

    @TempDir
    private Path partners;

    @BeforeEach
    void opens() throws IOException {
        platform = opened();
    }

    protected PlayedPlatform opened() throws IOException {
        return new PlayedPlatform();
    }

    /** Where it is asked everything else, as its file says it. */
    protected String reached() throws IOException {
        return "url: \"http://127.0.0.1:9202\"";
    }

    @AfterEach
    void closes() {
        platform.close();
    }

    /** The watch has been called once. */
    protected Node fresh() {
        Node node = node(Cipher.ECB);
        node.watch.refresh();
        return node;
    }

    protected Node node(Cipher cipher) {
        try {
            Files.writeString(partners.resolve("national.henan.yaml"), """
                id: national.henan
                name: { zh: 国家数据共享交换平台（河南节点）, en: National exchange platform in Henan }
                kind: police
                region: "410000"
                endpoint:
                  transport: rest
                  dialect: national
                  %s
                  signature: gjgxjhpt
                  account: 11111111-2222-3333-4444-555555555555@df-1
                  service: s_4100000000000_1
                  secret: "env:APP_KEY"
                  refresh: { url: "%s", cipher: %s }
                """.formatted(
                            reached(), platform.address(), cipher.name().toLowerCase(Locale.ROOT)));
            Files.writeString(partners.resolve("window.zhengzhou.yaml"), """
                id: window.zhengzhou
                name: { zh: 郑州市政务服务中心综合窗口, en: Zhengzhou one window }
                kind: window
                region: "410100"
                """);
            return new Node(partners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected Credentials credentials() {
        return new Credentials(
                Signature.GJGXJHPT,
                REQUESTER,
                "s_4100000000000_1",
                Map.of(),
                new Secret(PlayedPlatform.APP_KEY),
                Letters.LOWER,
                new Refresh(platform.address(), Cipher.ECB));
    }
}
