package org.dianqiao.verifier;

import java.io.IOException;
import java.util.Map;

/** How opinions are told: for people, or for programs. */
interface Report {

    void tell(Opinion opinion) throws IOException;

    /** How many there were of each verdict. */
    void end(Map<Verdict, Long> tally) throws IOException;
}
