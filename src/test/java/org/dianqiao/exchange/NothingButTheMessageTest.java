package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Parcel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stranger's headers and parameters never reach a route, whatever they are called. */
class NothingButTheMessageTest extends AtTheDoor {

    private static final List<String> DANGEROUS = List.of(
            "CamelHttpUri",
            "CamelHttpPath",
            "CamelHttpQuery",
            "CamelHttpMethod",
            "CamelHttpResponseCode",
            "CamelBeanMethodName",
            "CamelExecCommandExecutable",
            "CamelFileName",
            "CamelSqlQuery",
            "CamelToEndpoint",
            "CamelOverruleFileName",
            "CamelJacksonUnmarshalType",
            "org.apache.camel.http",
            "kind",
            "service",
            "opened");

    private MockEndpoint drill;

    @BeforeEach
    void forget() {
        drill = bean(CamelContext.class).getEndpoint("mock:drill", MockEndpoint.class);
        drill.reset();
    }

    static Stream<String> names() {
        return DANGEROUS.stream()
                .flatMap(name ->
                        Stream.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), crossed(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void takesNoHeaderIntoARoute(String name) {
        Parcel parcel = drill().sealed();
        assertReceipt(post(parcel.withHeader(name, "direct:elsewhere")), parcel, 202);
        assertOnlyOurHeaders();
    }

    @ParameterizedTest
    @MethodSource("names")
    void takesNoParameterIntoARoute(String name) {
        Parcel parcel = drill().sealed();
        assertReceipt(post(parcel.at(parcel.path() + "?" + name + "=direct:elsewhere")), parcel, 202);
        assertOnlyOurHeaders();
    }

    @Test
    void takesNoFormFieldIntoARoute() {
        String form = "CamelHttpUri=http://127.0.0.1:9/&CamelBeanMethodName=refresh";
        Parcel parcel = drill().pieces(new Piece("payload", "application/x-www-form-urlencoded", form.getBytes()))
                .sealed();
        assertReceipt(post(parcel), parcel, 202);
        assertOnlyOurHeaders();
    }

    @Test
    void takesAllOfThemTogetherForNothing() {
        Parcel parcel = drill().sealed();
        for (String name : DANGEROUS) {
            parcel = parcel.withHeader(name, "direct:elsewhere");
        }
        assertReceipt(post(parcel), parcel, 202);
        assertOnlyOurHeaders();
    }

    private void assertOnlyOurHeaders() {
        assertThat(drill.getExchanges()).hasSize(1);
        Exchange seen = drill.getExchanges().get(0);
        assertThat(seen.getMessage().getHeaders())
                .containsOnlyKeys("kind", "service")
                .containsEntry("kind", "event")
                .containsEntry("service", "drill.held");
        assertThat(seen.getMessage().getBody()).isInstanceOf(Message.class);
    }

    private static String crossed(String name) {
        StringBuilder crossed = new StringBuilder();
        name.chars()
                .map(c -> crossed.length() % 2 == 0 ? Character.toUpperCase(c) : Character.toLowerCase(c))
                .forEach(c -> crossed.append((char) c));
        return crossed.toString();
    }
}
