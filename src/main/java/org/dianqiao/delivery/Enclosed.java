package org.dianqiao.delivery;

import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.Part;

/** Something that goes along with what the gateway says: a paper, a licence. */
public record Enclosed(Part part, Content content) {

    public static Enclosed of(String name, String type, byte[] bytes) {
        return new Enclosed(Part.of(name, type, bytes), Content.of(bytes));
    }
}
