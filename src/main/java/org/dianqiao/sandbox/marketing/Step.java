package org.dianqiao.sandbox.marketing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;

/** What becomes of an application 预申请, in the codes of a call-back's sendElectType. */
enum Step {
    RECEIVED("1", "已接件"),
    ACCEPTED("3", "已受理"),
    RETURNED("4", "退单"),
    TO_BE_SUPPLEMENTED("6", "补正"),
    SCHEME_ANSWERED("8", "供电方案已答复"),
    WORKS_BEGUN("9", "客户受电工程施工"),
    WORKS_ENDED("10", "客户受电工程竣工"),
    CONNECTED("11", "已装表接电");

    private static final List<Step> USUAL =
            List.of(RECEIVED, ACCEPTED, SCHEME_ANSWERED, WORKS_BEGUN, WORKS_ENDED, CONNECTED);
    private static final List<Step> WITH_SUPPLEMENT =
            List.of(RECEIVED, TO_BE_SUPPLEMENTED, ACCEPTED, SCHEME_ANSWERED, CONNECTED);
    private static final List<Step> IN_VAIN = List.of(RECEIVED, RETURNED);

    private static final Set<Step> WITH_WORK_ORDER = Set.of(SCHEME_ANSWERED, WORKS_BEGUN, WORKS_ENDED, CONNECTED);

    private final String code;
    private final String zh;

    Step(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    /** Who wants to see another course says so in the address: 补件 or 退单. */
    static List<Step> course(String address, Faults faults) {
        List<Step> course = new ArrayList<>(address.contains("退单") ? IN_VAIN : usual(address));
        if (faults.has(Fault.OUT_OF_ORDER)) {
            Collections.reverse(course);
        }
        return course;
    }

    private static List<Step> usual(String address) {
        return address.contains("补件") ? WITH_SUPPLEMENT : USUAL;
    }

    String code() {
        return code;
    }

    String zh() {
        return zh;
    }

    /** From the scheme on there is a work order 工单, whose number every call-back must have. */
    boolean hasWorkOrder() {
        return WITH_WORK_ORDER.contains(this);
    }
}
