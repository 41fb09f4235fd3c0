package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    private static final List<Manifest.Entry> TWO =
            List.of(part("payload", "{}").entry(), part("图.dwg", "--x").entry());

    @Test
    void readsWhatAnotherWrites() throws IOException {
        List<Part> parts = multipart("preamble\r\n--x\r\nContent-Type: a/b\r\ncontent-disposition: attachment;"
                        + " filename=\"payload\"; name=\"payload\"\r\n\r\n{}\r\n--x\r\n"
                        + "Content-Disposition: attachment; name=\"图.dwg\"\r\n\r\n--x\r\n--x--")
                .parts(TWO);
        assertThat(parts).extracting(Part::name).containsExactly("payload", "图.dwg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--x--",
                // one part is missing
                "--x\r\nContent-Disposition: attachment; name=\"payload\"\r\n\r\n{}\r\n--x--",
                // out of order
                "--x\r\nContent-Disposition: attachment; name=\"图.dwg\"\r\n\r\n--x\r\n--x\r\n"
                        + "Content-Disposition: attachment; name=\"payload\"\r\n\r\n{}\r\n--x--",
                // longer than the manifest says
                "--x\r\nContent-Disposition: attachment; name=\"payload\"\r\n\r\n{} \r\n--x\r\n"
                        + "Content-Disposition: attachment; name=\"图.dwg\"\r\n\r\n--x\r\n--x--",
                // one part too many
                "--x\r\nContent-Disposition: attachment; name=\"payload\"\r\n\r\n{}\r\n--x\r\n"
                        + "Content-Disposition: attachment; name=\"图.dwg\"\r\n\r\n--x\r\n--x\r\n"
                        + "Content-Disposition: attachment; name=\"more\"\r\n\r\n\r\n--x--",
                // cut short
                "--x\r\nContent-Disposition: attachment; name=\"payload\"\r\n\r\n{"
            })
    void refusesWhatTheManifestDoesNotSay(String text) {
        assertThatThrownBy(() -> multipart(text).parts(TWO)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesABodyThatNobodySigned() {
        assertThatThrownBy(() -> new Body("application/json", new byte[1]).parts(List.of()))
                .hasMessageContaining("names no part");
    }

    @Test
    void comparesTypesWithoutTheirParameters() throws IOException {
        Part payload = part("payload", "{}");
        assertThat(new Body("Application/JSON; charset=utf-8", payload.bytes()).parts(List.of(payload.entry())))
                .hasSize(1);
        assertThatThrownBy(() -> new Body("text/plain", payload.bytes()).parts(List.of(payload.entry())))
                .hasMessageContaining("Content-Type");
    }

    private static Part part(String name, String text) {
        return new Part(name, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Body multipart(String text) {
        return new Body("multipart/mixed; boundary=x", text.getBytes(StandardCharsets.UTF_8));
    }
}
