package org.dianqiao.sandbox.approval;

/**
 * What a platform has to tell.
 *
 * @param place as 经度,纬度
 * @param department whose item is under way
 */
public record Project(
        String code, String name, String region, String address, String place, String department, String document) {

    /** Of the story's developer, a town further: where `approval.xuchang` acts. */
    public static final Project XUCHANG = new Project(
            "2609-411003-04-01-217003",
            "中原·许昌科创园一期",
            "411003",
            "许昌市建安区永宁街与昌盛路交叉口西北角",
            "113.8221,34.1247",
            "许昌市自然资源和规划局",
            "许规建（2026）031号");

    /** Of its one part 工程. */
    String number() {
        return code + "-001";
    }

    /** Of its one item under way 审批事项实例. */
    String item() {
        return code.substring(0, 4) + "-" + region + "-0001";
    }

    /** With another check character. */
    Project mistyped() {
        char last = code.charAt(code.length() - 1);
        String wrong = code.substring(0, code.length() - 1) + (last == '0' ? '1' : '0');
        return new Project(wrong, name, region, address, place, department, document);
    }
}
