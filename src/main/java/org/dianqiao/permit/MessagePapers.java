package org.dianqiao.permit;

import java.util.ArrayList;
import java.util.List;
import org.dianqiao.delivery.Enclosed;
import org.dianqiao.exchange.Message;

/** The papers of a message 材料. */
final class MessagePapers {

    private MessagePapers() {}

    /** All parts behind the payload, to go along with what is said because of the message. */
    static List<Enclosed> of(Message message) {
        List<Enclosed> papers = new ArrayList<>();
        for (int i = 1; i < message.contents().size(); i++) {
            papers.add(new Enclosed(
                    message.manifest().parts().get(i).sent(), message.contents().get(i)));
        }
        return papers;
    }
}
