package org.dianqiao.web.ledger;

import java.util.List;
import org.dianqiao.ledger.NotInTheTree;
import org.springframework.util.MultiValueMap;

/** A number as an address writes it: whole, decimal, without sign or leading zeros, and only one. */
final class Figure {

    private Figure() {}

    static long of(String name, MultiValueMap<String, String> query) {
        List<String> said = query.get(name);
        if (said == null || said.size() != 1) {
            throw new NotInTheTree("`" + name + "` is wanted once");
        }
        return of(said.get(0));
    }

    static long of(String said) {
        if (!said.matches("0|[1-9]\\d{0,17}")) {
            throw new NotInTheTree("`" + said + "` is not such a number");
        }
        return Long.parseLong(said);
    }

    static int within(int least, int most, long figure) {
        if (figure < least || figure > most) {
            throw new NotInTheTree(figure + " is not between " + least + " and " + most);
        }
        return (int) figure;
    }
}
