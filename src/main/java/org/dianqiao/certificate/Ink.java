package org.dianqiao.certificate;

/** The colours a certificate is printed in. */
enum Ink {
    BLACK(26, 26, 26),
    GREY(102, 102, 102),
    RED(168, 32, 38);

    final int red;
    final int green;
    final int blue;

    Ink(int red, int green, int blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }
}
