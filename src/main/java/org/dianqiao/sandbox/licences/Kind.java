package org.dianqiao.sandbox.licences;

/** A type of licence: the code that its definer gave it, its name, who defined it. */
enum Kind {
    BUSINESS("11100000MB0143028R001", "营业执照", "国家市场监督管理总局"),
    REAL_ESTATE("11100000MB03271699001", "不动产权证书", "自然资源部"),
    IDENTITY_CARD("11100000000013127D001", "居民身份证", "公安部"),
    CONSTRUCTION("11100000000013338W009", "建筑工程施工许可证", "住房和城乡建设部"),
    COMPLETION("11100000000013338W087", "竣工验收备案", "住房和城乡建设部"),
    CONSTRUCTOR("11100000000013338W001", "二级建造师注册证书", "住房和城乡建设部"),
    SPECIAL_WORKS("11100000000013338W032", "建筑施工特种作业操作资格证书", "住房和城乡建设部");

    private static final int DEFINER = 18;

    private final String code;
    private final String zh;
    private final String definer;

    Kind(String code, String zh, String definer) {
        this.code = code;
        this.zh = zh;
        this.definer = definer;
    }

    String code() {
        return code;
    }

    String zh() {
        return zh;
    }

    String definer() {
        return definer;
    }

    String definerCode() {
        return code.substring(0, DEFINER);
    }
}
