package org.dianqiao.trust;

/** An algorithm's name in a structure. Many peers write the one for certificates wherever another belongs. */
enum Algorithm {
    DIGEST(Oid.SM3, "digest algorithm"),
    SIGNATURE(Oid.SM2_SIGNATURE, "signature algorithm");

    private final Oid proper;
    private final String name;

    Algorithm(Oid proper, String name) {
        this.proper = proper;
        this.name = name;
    }

    void require(Ber element) {
        Fields fields = Fields.of(element, Ber.SEQUENCE, name);
        Fields.require(Oid.oneOf(fields.next(Ber.OID, "identifier"), proper, Oid.SM2_WITH_SM3), "another " + name);
        Fields.require(fields.maybe(Ber.NULL).stream().allMatch(Ber::empty), name + " with parameters");
        fields.end();
    }
}
