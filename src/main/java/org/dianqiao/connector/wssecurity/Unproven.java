package org.dianqiao.connector.wssecurity;

import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.w3c.dom.Element;

/** Why a signature is not believed. Nothing of what came is repeated. */
final class Unproven {

    private Unproven() {}

    static Refused because(String zh) {
        return new Refused(Code.BAD_SIGNATURE, "WS-Security：" + zh + "。");
    }

    static void unless(boolean right, String zh) {
        if (!right) {
            throw because(zh);
        }
    }

    static boolean is(Element element, String namespace, String name) {
        return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
    }
}
