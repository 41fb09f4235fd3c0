package org.dianqiao;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dianqiao.codes.ProjectCode;

/** The story's project, and as many neighbours of it as tests need: what the approval platform tells of them. */
public final class Plots {

    public static final String ZHENGZHOU = "410105";
    public static final String CODE = "2609-410105-04-01-123459";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger(20_000);

    private Plots() {}

    /** A project code that nobody has used yet. */
    public static String freshCode() {
        return freshCode(ZHENGZHOU);
    }

    public static String freshCode(String region) {
        String begin = "2609-%s-04-01-%05d".formatted(region, NUMBER.getAndIncrement());
        return IntStream.range(0, 10)
                .mapToObj(check -> begin + check)
                .filter(code -> !ProjectCode.check(code).isWrong())
                .findFirst()
                .orElseThrow();
    }

    public static ObjectNode coded() {
        return coded(freshCode());
    }

    public static ObjectNode coded(String code) {
        String region = code.substring(5, 11);
        ObjectNode project = JSON.createObjectNode()
                .put("projectCode", code)
                .put("projectName", "中原·金水科创园一期")
                .put("regionCode", region)
                .put("assignedAt", "2026-09-30T09:00:00+08:00");
        project.putObject("owner")
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", "91410100MA7K3D2F5N");
        project.putObject("site").put("regionCode", region).put("address", "郑州市金水区杨金路与鸿宝路交叉口东北角");
        project.putObject("demand").put("capacityKw", 12000).put("voltageKv", 10);
        return project;
    }

    public static ObjectNode updated(String code, int stage) {
        return JSON.createObjectNode()
                .put("projectCode", code)
                .put("stage", stage)
                .put("item", "建设工程规划许可证核发")
                .put("status", "11")
                .put("at", "2026-10-15T10:00:00+08:00");
    }

    public static ObjectNode withdrawn(String code) {
        return JSON.createObjectNode()
                .put("projectCode", code)
                .put("reason", "项目取消")
                .put("at", "2026-11-01T10:00:00+08:00");
    }

    public static ObjectNode answered(String leadNo, String state) {
        return JSON.createObjectNode().put("leadNo", leadNo).put("state", state).put("at", "2026-10-01T08:30:00+08:00");
    }

    public static ObjectNode notice(String title) {
        return JSON.createObjectNode().put("kind", "outage").put("title", title).put("area", "历下区");
    }

    /** A question for a project's lead. */
    public static ObjectNode leadOf(String code) {
        return JSON.createObjectNode().put("projectCode", code);
    }

    /** A question for the units that a certificate speaks of. */
    public static ObjectNode propertyOf(String certNo) {
        return JSON.createObjectNode().put("certNo", certNo);
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
