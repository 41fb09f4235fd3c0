package org.dianqiao.connector;

/** What a service says when it is asked for a file: where it is, or why it is nowhere. */
sealed interface Whereabouts permits FileLink, Fetched.Missing {}
