package org.dianqiao.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.Patience.LONG;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.dianqiao.trust.TestAuthority;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines to authorities are seldom encrypted, so anybody may answer. */
class LyingServersTest extends WithLists {

    @ParameterizedTest
    @EnumSource
    void losesNothingToAServerThat(Lie lie) {
        server.gives(city.crl(sender.serial()));
        Node node = fetched();
        lie.isToldBy(this);

        clock.pass(HOUR);
        assertTimeoutPreemptively(LONG, node.watch::fetch);

        assertThat(node.watch.troubles()).singleElement().asString().contains(lie.told);
        assertThat(node.objection()).contains("is revoked");
        assertThat(new Node().objection()).contains("is revoked");
        assertThat(files()).hasSize(1);
    }

    /** What else may come instead of a newer list. */
    enum Lie {
        GIVES_THE_LIST_OF_A_NAMESAKE("not signed by") {
            @Override
            byte[] file(LyingServersTest test) {
                return TestAuthority.named("郑州市数字证书认证中心", test.clock).crl();
            }
        },
        GIVES_AN_OLDER_LIST("an older revocation list") {
            @Override
            byte[] file(LyingServersTest test) {
                return test.city.crl(test.published.minusSeconds(1), test.nextUpdate);
            }
        },
        GIVES_A_LIST_THAT_IS_OVER("an old revocation list") {
            @Override
            byte[] file(LyingServersTest test) {
                return test.city.crl(test.published.minus(DAY.multipliedBy(9)), test.published.minus(DAY));
            }
        },
        GIVES_ANOTHER_AUTHORITYS_LIST("or for another address") {
            @Override
            byte[] file(LyingServersTest test) {
                return test.root.crl();
            }
        },
        GIVES_THE_LIST_OF_ANOTHER_ADDRESS("for another address") {
            @Override
            byte[] file(LyingServersTest test) {
                return test.city.crlFor("http://lists.zhengzhou.example/other.crl");
            }
        },
        GIVES_A_STRANGERS_LIST("whom we do not know") {
            @Override
            byte[] file(LyingServersTest test) {
                return TestAuthority.named("陌生人", test.clock).crl();
            }
        },
        GIVES_A_PAGE("no revocation list") {
            @Override
            byte[] file(LyingServersTest test) {
                return "<!DOCTYPE html><title>登录</title>".getBytes(UTF_8);
            }
        },
        GIVES_NOTHING("no revocation list") {
            @Override
            byte[] file(LyingServersTest test) {
                return new byte[0];
            }
        },
        GIVES_A_LIST_CUT_SHORT("no revocation list") {
            @Override
            byte[] file(LyingServersTest test) {
                byte[] list = test.city.crl();
                return Arrays.copyOf(list, list.length - 1);
            }
        },
        NEVER_ENDS("larger than 8388608 bytes") {
            @Override
            void isToldBy(LyingServersTest test) {
                test.server.answers(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] much = new byte[1 << 20];
                    for (int i = 0; i < 1024; i++) {
                        exchange.getResponseBody().write(much);
                    }
                });
            }
        },
        DRIPS("no whole answer within 4 s") {
            @Override
            void isToldBy(LyingServersTest test) {
                test.server.answers(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write('0');
                        exchange.getResponseBody().flush();
                        LockSupport.parkNanos(50_000_000);
                    }
                });
            }
        },
        LEADS_ELSEWHERE("HTTP status 302") {
            @Override
            void isToldBy(LyingServersTest test) {
                test.server.answers(exchange -> {
                    exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
                    exchange.sendResponseHeaders(302, -1);
                });
            }
        },
        HANGS_UP("") {
            @Override
            void isToldBy(LyingServersTest test) {
                test.server.answers(exchange -> exchange.sendResponseHeaders(200, 1000));
            }
        };

        private final String told;

        Lie(String told) {
            this.told = told;
        }

        byte[] file(LyingServersTest test) {
            throw new UnsupportedOperationException();
        }

        void isToldBy(LyingServersTest test) {
            test.server.gives(file(test));
        }
    }
}
