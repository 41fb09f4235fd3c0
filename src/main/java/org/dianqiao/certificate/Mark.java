package org.dianqiao.certificate;

/** One thing that is printed, in millimetres from the page's upper left corner. */
sealed interface Mark {

    /** How something is printed in one format. */
    interface Pen {

        void draw(Text text);

        void draw(Line line);

        void draw(Code code);
    }

    void by(Pen pen);

    /** On one line; `y` is where it stands, its base line. */
    record Text(String text, double x, double y, double size, Ink ink) implements Mark {

        @Override
        public void by(Pen pen) {
            pen.draw(this);
        }
    }

    record Line(double fromX, double fromY, double toX, double toY, double width, Ink ink) implements Mark {

        @Override
        public void by(Pen pen) {
            pen.draw(this);
        }
    }

    record Code(QrCode code, double x, double y, double side) implements Mark {

        @Override
        public void by(Pen pen) {
            pen.draw(this);
        }
    }
}
