/** Signatures of SOAP messages (WS-Security): the narrow profile of it that suppliers of business systems have. */
@NullMarked
package org.dianqiao.connector.wssecurity;

import org.jspecify.annotations.NullMarked;
