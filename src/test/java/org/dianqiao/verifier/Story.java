package org.dianqiao.verifier;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.TestAuthority;

/** Who speaks in the story, with keys: the approval platform in Henan, the utility, the gateway, a clock's authority. */
final class Story {

    static final String ENTRY_ID = "01k6bq7v9w3h8m2n4p6r8t0xyz";
    static final String PROJECT = "2609-410105-04-01-123459";

    /** One morning in Zhengzhou; nothing here depends on today. */
    static final Instant MORNING = Instant.parse("2026-09-30T01:00:02.104233Z");

    static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心", Clock.fixed(MORNING, ZoneOffset.UTC));
    static final TestAuthority CENTRE = ROOT.below("郑州签发中心");
    static final SigningKey GATEWAY = CENTRE.issue("河南省电桥");
    static final SigningKey PLATFORM = CENTRE.issue("河南省工程建设项目审批管理系统");
    static final SigningKey GRID = CENTRE.issue("国网河南省电力公司");
    static final SigningKey CLOCK = ROOT.issueForStamps("国家授时中心时间戳服务");
    static final TestAuthority STRANGERS = TestAuthority.named("无人信任的认证中心", Clock.fixed(MORNING, ZoneOffset.UTC));

    private Story() {}
}
