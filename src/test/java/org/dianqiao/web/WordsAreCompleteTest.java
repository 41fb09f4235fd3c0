package org.dianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dianqiao.casework.Stage;
import org.dianqiao.exchange.Code;
import org.dianqiao.partner.Credentials.Signature;
import org.dianqiao.partner.Endpoint.Transport;
import org.dianqiao.partner.Partner;
import org.junit.jupiter.api.Test;

class WordsAreCompleteTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern USED = Pattern.compile("#\\{([a-z][a-z0-9.-]*)[}(]");

    private static final Pattern ON_A_PAGE =
            Pattern.compile("#\\{\\|?([a-z](?:[a-zA-Z0-9.-]|\\$\\{[^}]*})*)\\|?(\\(?)");
    private static final Pattern IN_JAVA = Pattern.compile("\\bsay\\(\\s*\"([a-z][a-zA-Z0-9.-]*)\"(\\s*\\+)?");
    private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>");
    private static final Pattern PUTS_IN = Pattern.compile("\\sth:(replace|insert)=");
    private static final Pattern ASKS = Pattern.compile("\\sth:(if|unless|each|switch|case)=");

    private static final String PERMIT = "deciding exempt committed filed approved rejected revoked withdrawn";
    private static final String SUPPLY = "applied";
    private static final String RESERVATION = "made dispatched contacted";
    private static final String STAGE = "started finished paused resumed";

    private final Properties chinese = words("messages.properties");
    private final Properties english = words("messages_en.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
    }

    @Test
    void bothLanguagesPutTheSameValuesIntoASentence() {
        for (String key : chinese.stringPropertyNames()) {
            assertThat(values(english.getProperty(key))).as(key).isEqualTo(values(chinese.getProperty(key)));
        }
    }

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        try (Stream<Path> pages = Files.list(RESOURCES.resolve("templates"))) {
            for (Path page : pages.toList()) {
                assertThat(used(Files.readString(page))).as(page.toString()).allSatisfy(key -> assertThat(chinese)
                        .containsKey(key));
            }
        }
    }

    /** A text that is given too few values shows its braces. */
    @Test
    void everyTextGetsAllTheValuesThatItWants() throws IOException {
        List<Asked> asked = new ArrayList<>();
        read("src/main/resources/templates", page -> asked.addAll(askedOnAPage(page)));
        read("src/main/java", source -> asked.addAll(askedInJava(source)));

        assertThat(asked)
                .hasSizeGreaterThan(300)
                .allSatisfy(each -> assertThat(wanted(each)).as(each.toString()).isLessThanOrEqualTo(each.values()));
    }

    /** Texts that are asked for: by a key, or by several where a part of it is only known later. */
    private record Asked(String keys, int values) {}

    private static List<Asked> askedOnAPage(String page) {
        return ON_A_PAGE
                .matcher(page)
                .results()
                .map(found -> new Asked(
                        found.group(1).replaceAll("\\$\\{[^}]*}", "[^.]*"),
                        found.group(2).isEmpty() ? 0 : arguments(page.substring(found.end()))))
                .toList();
    }

    /** The key is the first argument. */
    private static List<Asked> askedInJava(String source) {
        return IN_JAVA.matcher(source)
                .results()
                .map(found -> new Asked(
                        found.group(1) + (found.group(2) == null ? "" : ".*"),
                        arguments(source.substring(found.end(1))) - 1))
                .toList();
    }

    /** From within the first of a call to its end. */
    private static int arguments(String behind) {
        int depth = 0;
        int commas = 0;
        for (int i = 0; depth >= 0; i++) {
            char sign = behind.charAt(i);
            depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
            commas += sign == ',' && depth == 0 ? 1 : 0;
        }
        return commas + 1;
    }

    private int wanted(Asked asked) {
        return chinese.stringPropertyNames().stream()
                .filter(key -> key.matches(asked.keys()))
                .mapToInt(key -> values(chinese.getProperty(key)))
                .max()
                .orElse(0);
    }

    /** Thymeleaf puts a piece in before it asks whether it should, and the piece is given what is not there. */
    @Test
    void noPageAsksOnTheSameTagWhetherAPieceIsPutIn() throws IOException {
        read("src/main/resources/templates", page -> assertThat(
                        TAG.matcher(page).results().map(MatchResult::group))
                .noneMatch(
                        tag -> PUTS_IN.matcher(tag).find() && ASKS.matcher(tag).find()));
    }

    private static void read(String folder, Consumer<String> reader) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                reader.accept(Files.readString(file));
            }
        }
    }

    @Test
    void everyMeansByWhichSendersAreKnownHasAWord() {
        Stream<String> signatures = Stream.of(Signature.values()).map(WordsAreCompleteTest::written);
        Stream<String> lists = Stream.of(Transport.FOLDER, Transport.SFTP).map(Transport::word);
        assertThat(Stream.concat(signatures, lists))
                .allSatisfy(means -> assertThat(chinese).containsKey("attested.means." + means));
    }

    private static String written(Signature signature) {
        return signature.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void everyRefusalHasAWordAndASentence() {
        for (Code code : Code.values()) {
            if (code.signed()) {
                assertThat(chinese).containsKeys("outcome." + code.word(), "reason." + code.word());
            }
        }
    }

    @Test
    void everyKindOfPartnerHasAName() {
        for (Partner.Kind kind : Partner.Kind.values()) {
            assertThat(chinese).containsKey("partner.kind." + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void everyStateOfACaseHasAWord() {
        assertThat(chinese).containsKeys(keys("case.state.", PERMIT, SUPPLY, RESERVATION));
        assertThat(chinese).containsKeys(keys("case.event.state.", STAGE));
        assertThat(Stage.values()).allSatisfy(stage -> {
            assertThat(stage.title().zh()).isNotBlank();
            assertThat(stage.title().en()).isNotBlank();
        });
    }

    private static Object[] keys(String prefix, String... words) {
        return Stream.of(words)
                .flatMap(line -> Stream.of(line.split(" ")))
                .map(prefix::concat)
                .toArray(String[]::new);
    }

    private static List<String> used(String page) {
        return USED.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static int values(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Properties words(String file) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            words.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words;
    }
}
