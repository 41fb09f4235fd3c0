package org.dianqiao.documents;

import java.util.Optional;

/** Who may know what a customer would otherwise bring. */
interface Witness {

    /** Absent where there is nothing to ask. */
    Optional<Lookup> lookup(String document, Enquiry enquiry);
}
