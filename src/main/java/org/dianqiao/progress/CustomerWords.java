package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.Stage;
import org.dianqiao.casework.Status;
import org.dianqiao.policy.Warnings.Colour;

/** Events as a customer reads them, each in one sentence without personal data. Pure. */
final class CustomerWords {

    private CustomerWords() {}

    /** `called`: the name of a partner by its id. */
    static String zh(Event event, UnaryOperator<String> called) {
        String by = event.by().equals(Event.OURS) ? "电桥" : called.apply(event.by());
        return event.told().isEmpty() ? bare(event, by, called) : full(event, by, called);
    }

    /** What stays to be said when what was told is erased. */
    private static String bare(Event event, String by, UnaryOperator<String> called) {
        return switch (event.what()) {
            case "forwarded" -> "用电申请已转送供电企业。";
            case Supply.STAGE -> by + "报送：“" + about(event) + "”。";
            case "re-run" -> "与未送电的另一件申请为同一用户、同一地点、同一容量。";
            case "warned" -> "预警：" + about(event) + "。";
            case "status" -> by + "报送办理状态。";
            default -> full(event, by, called);
        };
    }

    private static String full(Event event, String by, UnaryOperator<String> called) {
        JsonNode told = event.told();
        return switch (event.what()) {
            case "applied" -> by + "报送用电申请。";
            case "forwarded" -> "用电申请已转送" + called.apply(told.path("to").asText()) + "。";
            case Supply.STAGE -> by + "报送：" + stage(event) + "。";
            case Supply.OFF_SYSTEM -> "没有收到过对应的用电申请，作为体外循环疑点另立一案。";
            case "re-run" -> "与未送电的申请 " + told.path("earlier").asText() + " 为同一用户、同一地点、同一容量。";
            case "made" -> by + "报送办电预约。";
            case "dispatched" -> "预约工单已派发。";
            case "contacted" -> "已联系客户确认预约。";
            case "warned" -> colour(told) + "预警：" + about(event) + "。";
            case "status" -> by + "：" + status(told) + "。";
            default -> by + "：" + event.what() + "。";
        };
    }

    private static String stage(Event event) {
        JsonNode told = event.told();
        String state =
                switch (State.of(told.path("state").asText())) {
                    case STARTED -> "开始";
                    case FINISHED -> "完成";
                    case PAUSED -> "暂停";
                    case RESUMED -> "恢复";
                };
        String cancelled = told.path("cancelled").asBoolean() ? "（此类用户已取消该环节）" : "";
        return "“" + about(event) + "”" + state + cancelled;
    }

    private static String about(Event event) {
        String about = String.valueOf(event.about());
        return switch (about) {
            case "utility" -> "电网环节时间";
            case "whole" -> "全过程时间";
            default -> Stage.named(about).map(stage -> stage.title().zh()).orElse(about);
        };
    }

    private static String colour(JsonNode told) {
        String written = told.path("colour").asText();
        for (Colour colour : Colour.values()) {
            if (colour.written().equals(written)) {
                return colour.title().zh();
            }
        }
        return written;
    }

    private static String status(JsonNode told) {
        return Status.of(told.path("status").asText()).zh();
    }
}
