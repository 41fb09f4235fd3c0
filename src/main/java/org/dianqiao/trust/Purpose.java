package org.dianqiao.trust;

/** What a certificate is shown for. Whose may do the one may not do the other. */
enum Purpose {
    SIGNING("is not for signing") {
        @Override
        boolean suits(CertificateUse use) {
            return use.signs();
        }
    },
    STAMPING("is not for stamping time, or not for that alone") {
        @Override
        boolean suits(CertificateUse use) {
            return use.stamps();
        }
    };

    private final String otherwise;

    Purpose(String otherwise) {
        this.otherwise = otherwise;
    }

    abstract boolean suits(CertificateUse use);

    String otherwise() {
        return otherwise;
    }
}
