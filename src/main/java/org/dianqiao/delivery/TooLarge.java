package org.dianqiao.delivery;

import java.io.IOException;

/** More came than anybody would answer. */
final class TooLarge extends IOException {

    private static final long serialVersionUID = 1;
}
