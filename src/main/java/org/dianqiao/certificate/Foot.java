package org.dianqiao.certificate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The end of the last page, at its foot where it is the only one, and otherwise below what stands there: on the left
 * how to verify the certificate, on the right who issued it and when.
 */
final class Foot {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));
    static final double HEIGHT = 53;
    private static final double GAP = 4;
    private static final double CODE = 31;
    private static final double SEAL = 42;
    private static final double SMALL = 2.7;
    private static final double SMALL_LEADING = 4;
    private static final double BODY = 4.2;
    private static final double LEADING = 7.2;
    private static final double RIGHT_HALF = 72;
    private static final double MIDDLE_OF_RIGHT_HALF = Pages.RIGHT - RIGHT_HALF / 2;

    private final Pages pages;
    private final double top;

    private Foot(Pages pages) {
        this.pages = pages;
        this.top = pages.first() ? pages.bottom() - HEIGHT + GAP : pages.y() + 2 * GAP;
    }

    /** On the page that is being filled, or the next; where the seal goes. */
    static Sheet.Spot put(Pages pages, String issuer, Instant at, String verify) {
        if (pages.room() < HEIGHT) {
            pages.turn();
            pages.down(2 * BODY);
            pages.centred("（此页无正文）", pages.y(), BODY, Ink.GREY);
        }
        Foot foot = new Foot(pages);
        foot.code(verify);
        foot.issuer(issuer, at);
        return new Sheet.Spot(MIDDLE_OF_RIGHT_HALF - SEAL / 2, foot.top + 1, SEAL);
    }

    private void code(String verify) {
        pages.put(new Mark.Code(QrCode.of(verify), Pages.LEFT, top, CODE));
        double x = Pages.LEFT + CODE + 3;
        double width = Pages.RIGHT - RIGHT_HALF - x;
        double y = small("扫描二维码，查验真伪和效力。", x, top + 4, width);
        small("电子印章在同号的 OFD 文件中；打印件以扫码查验的结果为准。", x, y + 1.5, width);
        small(verify, Pages.LEFT, top + CODE + 4.5, Pages.RIGHT - RIGHT_HALF - Pages.LEFT);
    }

    private double small(String text, double x, double y, double width) {
        for (String line : Lines.of(text, pages.typeface(), SMALL, width)) {
            pages.put(new Mark.Text(line, x, y, SMALL, Ink.GREY));
            y += SMALL_LEADING;
        }
        return y;
    }

    private void issuer(String issuer, Instant at) {
        List<String> lines = balanced(issuer);
        double y = top + 20 - (lines.size() - 1) * LEADING / 2;
        for (String line : lines) {
            centred(line, y);
            y += LEADING;
        }
        centred(DAY.format(at), y + 1);
    }

    /** On as few lines as possible, about equally long. */
    private List<String> balanced(String text) {
        int lines = Lines.of(text, pages.typeface(), BODY, RIGHT_HALF).size();
        double width = pages.typeface().width(text, BODY) / lines + 2 * BODY;
        return Lines.of(text, pages.typeface(), BODY, Math.min(width, RIGHT_HALF));
    }

    private void centred(String text, double y) {
        double width = pages.typeface().width(text, BODY);
        pages.put(new Mark.Text(text, MIDDLE_OF_RIGHT_HALF - width / 2, y, BODY, Ink.BLACK));
    }
}
