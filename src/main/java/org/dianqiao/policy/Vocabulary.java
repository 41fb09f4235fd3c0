package org.dianqiao.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words that facts are stated in, in the order in which pages offer them. */
final class Vocabulary {

    static final Map<String, Wording> CUSTOMER_CLASSES = words(
            "resident 居民 resident",
            "small-micro 小微企业 small or micro enterprise",
            "lv-nonresident 低压非居民 low voltage, not resident",
            "hv 高压用户 high voltage");

    static final Map<String, Wording> CROSSINGS = words(
            "urban-road 城市道路 urban road",
            "urban-trunk-road 城市主干道 urban trunk road",
            "urban-expressway 城市快速路 urban expressway",
            "highway 公路及公路用地 highway",
            "highway-reroute 使公路改线 a highway is moved",
            "railway 铁路（含高铁） railway",
            "south-north-water 南水北调输水干管 South–North Water trunk",
            "defence-cable 国防光缆 defence cable",
            "greenery 城市绿地 greenery",
            "trees 城市树木 trees",
            "ancient-tree 古树名木 ancient or famous tree",
            "river 河道 river");

    static final Map<String, Wording> BUSINESSES =
            words("new 新装 new supply", "increase 增容 increase", "change 变更用电 change");

    static final Map<String, Wording> GROUNDS = words(
            "park 省级及以上园区工商业 enterprise in a park",
            "project-library 纳入省级项目库 project of the province's library",
            "planning-area 济南、青岛城市规划区 planning area of Jinan or Qingdao",
            "electric-substitution 电能替代超过一半 mostly electric substitution",
            "ev-charging 充换电设施 charging of vehicles",
            "excluded 居配、临时、农业、照明等 housing, temporary, farming, lighting and the like");

    static final Map<String, Wording> PATHS = words(
            "exempt 免审批 exempt",
            "commitment 告知承诺 commitment",
            "filing 备案 filing",
            "parallel 并联审批 parallel approval",
            "ordinary 普通审批 ordinary approval");

    private Vocabulary() {}

    /** Each line: the word, its Chinese without blanks, its English. */
    private static Map<String, Wording> words(String... lines) {
        Map<String, Wording> words = new LinkedHashMap<>();
        for (String line : lines) {
            String[] pieces = line.split(" ", 3);
            words.put(pieces[0], new Wording(pieces[1], pieces[2]));
        }
        return Collections.unmodifiableMap(words);
    }
}
