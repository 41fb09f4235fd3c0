package org.dianqiao.web.console;

import org.dianqiao.casework.Casefile.Kind;

/** A case that a message is about. */
public record Matter(String caseNo, Kind kind, String number) {}
