package org.dianqiao.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.IntStream;
import org.dianqiao.codes.ProjectCode;
import org.dianqiao.sandbox.Letter;

/** Projects of one developer in Zhengzhou, as many as are wanted. */
final class Projects {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Projects() {}

    /** The code with this running number and its check digit. */
    static String code(int number) {
        String head = "2609-410105-04-01-%05d".formatted(number);
        return IntStream.range(0, 10)
                .mapToObj(digit -> head + digit)
                .filter(code -> !ProjectCode.check(code).isWrong())
                .findFirst()
                .orElseThrow();
    }

    /** The approval platform tells that this project has got its code. */
    static Letter coded(int number) {
        String code = code(number);
        return Letter.event("project.code-assigned", project(code)).about(code);
    }

    static JsonNode project(String code) {
        try {
            return JSON.readTree("""
                    {"projectCode": "%s", "projectName": "中原·金水科创园一期", "regionCode": "410105",
                     "owner": {"kind": "enterprise", "name": "河南中原置业有限公司", "idType": "001",
                               "idNo": "91410100MA7K3D2F5N", "phone": "13700000371"},
                     "site": {"regionCode": "410105", "address": "河南省郑州市金水区杨金路与鸿宝路交叉口东北角"},
                     "assignedAt": "2026-09-15T09:30:00+08:00", "demand": {"capacityKw": 12000, "voltageKv": 10}}
                    """.formatted(code));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
