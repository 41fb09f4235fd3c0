package org.dianqiao.certificate;

/** One thing that is printed, in millimetres from the page's upper left corner. */
sealed interface Mark {

    /** On one line; `y` is where it stands, its base line. */
    record Text(String text, double x, double y, double size, Ink ink) implements Mark {}

    record Line(double fromX, double fromY, double toX, double toY, double width, Ink ink) implements Mark {}

    record Code(QrCode code, double x, double y, double side) implements Mark {}
}
