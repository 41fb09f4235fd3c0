package org.dianqiao.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a rule may ask about works and their customer. The names are those of the messages and of the packs. */
public enum Fact {
    VOLTAGE("voltageKv", Kind.NUMBER, "电压", "voltage", "千伏", "kV"),
    CAPACITY("capacityKw", Kind.NUMBER, "容量", "capacity", "千瓦", "kW"),
    CUSTOMER_CLASS("customerClass", "用户类别", "customer class", Kind.WORD, Vocabulary.CUSTOMER_CLASSES),
    LINE_LENGTH("lineLengthM", Kind.NUMBER, "线路长度", "length of the line", "米", "m"),
    CROSSINGS("crossings", "穿跨和占用", "crossings", Kind.SET, Vocabulary.CROSSINGS),
    THREE_ZERO("threeZero", Kind.FLAG, "实行“三零”服务", "“three zeros” service"),
    INTERESTED_PARTIES("interestedParties", Kind.FLAG, "有利害关系人", "interested third parties"),
    AFFECTS_TRAFFIC("affectsTraffic", Kind.FLAG, "影响道路交通安全", "road traffic is affected"),
    LOCAL_CONDITIONS(
            "meetsLocalCommitmentConditions",
            Kind.FLAG,
            "符合当地承诺（备案）条件",
            "the place's conditions for commitment are met"),
    SUPPLIES("supplies", Kind.NUMBER, "电源数", "sources of supply", "路", ""),
    GRID_WORKS("gridWorks", Kind.FLAG, "需建配套电网工程", "works on the public grid are needed"),
    CUSTOMER_WORKS("customerWorks", Kind.FLAG, "有客户外部工程", "works of the customer outside the plot"),
    TO_RED_LINE("investedToRedLine", Kind.FLAG, "供电企业投资到红线", "the utility builds up to the plot"),
    LEAD_DRIVEN("leadDriven", Kind.FLAG, "由线索“主动办电”", "begun from a lead"),
    RURAL("rural", Kind.FLAG, "农村地区", "in the country"),
    IMPORTANT("importantCustomer", Kind.FLAG, "重要用户", "an important customer"),
    ASSET_TRANSFER("assetTransfer", Kind.FLAG, "资产移交", "assets are handed over"),
    SPECIAL_INDUSTRY("specialIndustry", Kind.FLAG, "特殊行业", "a special industry"),
    FETCHED_ONLINE("fetchedOnline", Kind.FLAG, "资料可线上获取", "papers can be fetched online"),
    BUSINESS("business", "业务", "business", Kind.WORD, Vocabulary.BUSINESSES),
    GROUNDS("grounds", "项目情形", "circumstances", Kind.SET, Vocabulary.GROUNDS),
    /** The path that was decided: known only afterwards, so only timers may ask for it. */
    PATH("path", "审批路径", "path", Kind.WORD, Vocabulary.PATHS);

    /** How a fact is stated. */
    public enum Kind {
        NUMBER,
        WORD,
        SET,
        FLAG
    }

    private static final Fact[] ALL = values();

    private final String written;
    private final Kind kind;
    private final Wording title;
    private final Wording unit;
    private final Map<String, Wording> words;

    Fact(String written, Kind kind, String zh, String en) {
        this(written, kind, zh, en, "", "");
    }

    Fact(String written, Kind kind, String zh, String en, String unitZh, String unitEn) {
        this(written, kind, new Wording(zh, en), new Wording(unitZh, unitEn), Map.of());
    }

    Fact(String written, String zh, String en, Kind kind, Map<String, Wording> words) {
        this(written, kind, new Wording(zh, en), new Wording("", ""), words);
    }

    Fact(String written, Kind kind, Wording title, Wording unit, Map<String, Wording> words) {
        this.written = written;
        this.kind = kind;
        this.title = title;
        this.unit = unit;
        this.words = words;
    }

    static Optional<Fact> named(String name) {
        return Arrays.stream(ALL).filter(fact -> fact.written.equals(name)).findFirst();
    }

    /** Its name in messages and packs. */
    public String written() {
        return written;
    }

    public Kind kind() {
        return kind;
    }

    public Wording title() {
        return title;
    }

    public Wording unit() {
        return unit;
    }

    /** What it can be, where that is a choice of words. */
    public Map<String, Wording> words() {
        return words;
    }

    public Wording word(String word) {
        return words.getOrDefault(word, new Wording(word, word));
    }

    /** Nobody need state it: who says nothing has said no. */
    public boolean optional() {
        return this == LOCAL_CONDITIONS;
    }
}
