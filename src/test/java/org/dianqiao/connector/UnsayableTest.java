package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.StrictJson;
import org.junit.jupiter.api.Test;

/** Who asks what cannot be asked is told whose matter that is. */
class UnsayableTest {

    private static final JsonNode QUESTION =
            StrictJson.read("{\"holder\":{\"idType\":\"099\"}}".getBytes(StandardCharsets.UTF_8));

    @Test
    void isTheAskersWhereItIsAboutAValueOfTheQuestion() {
        RuntimeException told = told(Kind.REPLY, fault("/holder/idType"));
        assertThat(told).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(Code.CONTRACT_VIOLATED);
            assertThat(refused.errors()).extracting(Violation::pointer).containsExactly("/holder/idType");
        });
    }

    @Test
    void isNotTheAskersOtherwise() {
        for (String field : List.of("", "/message/purpose", "data.account", "/holder/name")) {
            assertThat(told(Kind.REPLY, fault(field)))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo(Code.PROVIDER_FAILED));
        }
    }

    @Test
    void staysAFaultWhereAMessageCanWait() {
        MappingFault fault = fault("/holder/idType");
        assertThat(told(Kind.RECEIPT, fault)).isSameAs(fault);
    }

    private static RuntimeException told(Kind awaited, MappingFault fault) {
        return Unsayable.of(awaited, QUESTION, fault);
    }

    private static MappingFault fault(String field) {
        return MappingFault.at(field, "代码表中没有", "is not in the code table");
    }
}
