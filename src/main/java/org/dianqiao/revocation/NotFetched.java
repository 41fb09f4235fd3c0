package org.dianqiao.revocation;

/** Why there is no list from there: a sentence for whoever asks the authority's people. */
final class NotFetched extends Exception {

    NotFetched(String reason) {
        super(reason);
    }
}
