package org.dianqiao.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.dianqiao.codes.Quoted;
import org.dianqiao.exchange.Said;
import org.dianqiao.ofd.Opinion.Seal;

/** What came of the file of one licence. */
public sealed interface Fetched {

    /** Says so in what is said of the licence. */
    void tell(ObjectNode licence);

    Optional<Said> file();

    /** The file, and what is to be thought of its seal. */
    record Found(Said said, Seal seal) implements Fetched {

        @Override
        public void tell(ObjectNode licence) {
            licence.putObject("file")
                    .put("part", said.part().name())
                    .put("type", said.part().type())
                    .put("sm3", said.part().sm3())
                    .put("seal", seal.word());
        }

        @Override
        public Optional<Said> file() {
            return Optional.of(said);
        }
    }

    /**
     * No file.
     *
     * @param why for an operator, without a word of whom the licence is about
     */
    record Missing(FileFault fault, String why) implements Fetched, Whereabouts {

        public Missing {
            why = Quoted.line(why);
        }

        @Override
        public void tell(ObjectNode licence) {
            licence.put("fileError", fault.word());
        }

        @Override
        public Optional<Said> file() {
            return Optional.empty();
        }
    }
}
