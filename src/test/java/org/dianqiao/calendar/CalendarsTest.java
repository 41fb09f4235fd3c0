package org.dianqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Watched;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarsTest {

    private static final Path OURS = Path.of("mappings/calendars");
    private static final LocalDate LOCAL_FESTIVAL = LocalDate.of(2026, 3, 18);
    private static final LocalDate MADE_UP_FOR = LocalDate.of(2026, 3, 21);

    /** Nobody has announced these: a province's day off with its Saturday, on which one of its cities does not work. */
    private static final String LOCAL = """
        jurisdictions:
          "640300":
            notice: { title: 市通知, source: "of the city" }
            holidays:
              - { name: { zh: 某节, en: A festival }, work: [2026-03-18], off: 2026-03-21 }
          "640000":
            notice: { title: 区通知, number: 1号, source: "of the region" }
            holidays:
              - { name: { zh: 某节, en: A festival }, off: 2026-03-18, work: [2026-03-21] }
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void layOut() throws IOException {
        Files.copy(OURS.resolve("2025.yaml"), folder.resolve("2025.yaml"));
        Files.copy(OURS.resolve("2026.yaml"), folder.resolve("2026.yaml"));
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void haveTheWorkingDaysOfEachYear(int year, int number) {
        WorkingDays days = Calendars.read(OURS).of("100000");
        LocalDate newYear = LocalDate.of(year, 1, 1);

        assertThat(days.isWorkingDay(newYear)).contains(false);
        assertThat(days.count(newYear, LocalDate.of(year, 12, 31))).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-09, true",
        "2024-02-18, true",
        "2024-10-12, true",
        "2026-02-14, true",
        "2026-09-20, true",
        "2026-02-16, false",
        "2026-10-03, false",
        "2026-09-26, false",
        "2026-09-30, true"
    })
    void knowWhichDaysTheOfficesWork(LocalDate day, boolean works) {
        assertThat(Calendars.read(OURS).of("410105").isWorkingDay(day)).contains(works);
    }

    @Test
    void countAMakeUpSaturdayAsAWorkingDay() {
        WorkingDays days = Calendars.read(OURS).of("410105");

        assertThat(days.next(LocalDate.of(2026, 10, 10))).contains(LocalDate.of(2026, 10, 10));
        assertThat(days.next(LocalDate.of(2026, 10, 11))).contains(LocalDate.of(2026, 10, 12));
    }

    @Test
    void sayWhichYearsAreLoaded() {
        Calendars calendars = Calendars.read(OURS);

        assertThat(calendars.firstLoaded()).isEqualTo("2024-01-01");
        assertThat(calendars.lastLoaded()).isEqualTo("2026-12-31");
    }

    @Test
    void followTheMostSpecificNoticeAndLeaveOtherJurisdictionsAlone() throws IOException {
        add("2026.yaml", LOCAL);
        Calendars calendars = read();

        assertThat(calendars.of("640100").isWorkingDay(LOCAL_FESTIVAL)).contains(false);
        assertThat(calendars.of("640100").isWorkingDay(MADE_UP_FOR)).contains(true);
        assertThat(calendars.of("640302").isWorkingDay(LOCAL_FESTIVAL)).contains(true);
        assertThat(calendars.of("640302").isWorkingDay(MADE_UP_FOR)).contains(false);
        assertThat(calendars.of("410105").isWorkingDay(LOCAL_FESTIVAL)).contains(true);
        assertThat(calendars.of("410105").isWorkingDay(MADE_UP_FOR)).contains(false);
        assertThat(calendars.of("640100").isWorkingDay(LocalDate.of(2026, 10, 1)))
                .contains(false);
    }

    @Test
    void answerForANewYearOnceItIsTakenUp() throws IOException {
        Watched<Calendars> calendars = new Watched<>(List.of(folder), () -> Calendars.read(folder));
        LocalDate accepted = LocalDate.of(2026, 12, 29);
        Limit limit = Limit.of("5 WD");
        assertThat(calendars.current().of("410105").due(accepted, limit)).isEmpty();

        write("2027.yaml", nextYear("off: 2026-12-31..2027-01-03, work: [2026-12-26]"));
        assertThat(calendars.refresh()).isTrue();

        assertThat(calendars.current().of("410105").due(accepted, limit)).contains(LocalDate.of(2027, 1, 7));
        assertThat(calendars.current().of("410105").isWorkingDay(LocalDate.of(2026, 12, 26)))
                .contains(true);
    }

    @Test
    void areNotTakenUpFromHalfANotice() throws IOException {
        write("2027.yaml", nextYear("off: 2027-01-01").replaceFirst("(?m)^.*春节.*\n", ""));

        assertThat(catchThrowableOfType(BadFiles.class, () -> Calendars.read(folder)))
                .hasMessageContaining("2027.yaml:1: it would have 255 working days");
    }

    @Test
    void goOnWithTheVersionBeforeWhenTheNewYearHasAFault() throws IOException {
        Watched<Calendars> calendars = new Watched<>(List.of(folder), () -> Calendars.read(folder));

        write("2027.yaml", nextYear("off: 2027-01-03..2027-01-01"));
        assertThat(calendars.refresh()).isFalse();

        assertThat(calendars.current().lastLoaded()).isEqualTo("2026-12-31");
        assertThat(calendars.faults())
                .containsExactly(new Fault(folder.resolve("2027.yaml"), 4, "2027-01-01 is before 2027-01-03"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year: 2026 | year: 2025 | 3 | `year` must be the year of the file's name: 2026",
                "year: 2026 | | 4 | `year` must be the year of the file's name: 2026",
                "notice: | notices: | 4 | `notices` is not known here",
                "title: 国务院办公厅关于2026年部分节假日安排的通知, | | 4 | `title` is missing",
                "off: 2026-10-01..2026-10-07 | off: 2026-10-07..2026-10-01 | 12 | 2026-10-01 is before 2026-10-07",
                "off: 2026-10-01..2026-10-07 | off: 2026-10-01..2027-10-07 | 12 | 2027-10-07 does not lie in 2026",
                "off: 2026-10-01..2026-10-07 | off: 2025-11-30 | 12 | 2025-11-30 does not lie in 2026",
                "off: 2026-10-01..2026-10-07 | off: 2026-10-01...2026-10-07 | 12 | `.2026-10-07` is not a date like"
                        + " 2026-10-01",
                "off: 2026-10-01..2026-10-07 | off: 2026-10-01 to 2026-10-07 | 12 | `2026-10-01 to 2026-10-07` is not"
                        + " a date",
                "off: 2026-10-01..2026-10-07 | off: 2026-02-29 | 12 | `2026-02-29` is not a date",
                "off: 2026-10-01..2026-10-07 | off: [2026-10-01] | 12 | a plain value is expected here",
                "off: 2026-10-01..2026-10-07 | on: 2026-10-01 | 12 | `on` is not known here",
                "off: 2026-09-25..2026-09-27 | | 11 | neither `off` nor `work` is here",
                "off: 2026-09-25..2026-09-27 | off: 2026-09-20..2026-09-27 | 12 | 2026-09-20 is both a rest day and a"
                        + " working day here",
                "off: 2026-06-19..2026-06-21 | off: 2026-02-14 | 10 | 2026-02-14 is both a rest day and a working day"
                        + " here",
                "off: 2026-09-25..2026-09-27 | off: 2026-06-21..2026-06-22 | 11 | 2026-06-21 is taken off twice",
                "work: [2026-05-09] | work: [2026-05-09, 2026-05-09] | 9 | 2026-05-09 is made a working day twice",
                "work: [2026-05-09] | work: [2026-05-08] | 9 | 2026-05-08 is a working day anyway",
                "work: [2026-05-09] | work: [2025-05-10] | 9 | 2025-05-10 does not lie in 2026",
                "work: [2026-05-09] | work: [9 May] | 9 | `9 May` is not a date like 2026-10-01",
                "work: [2026-05-09] | work: 2026-05-09 | 9 | `work` must be a list",
                "'{ zh: 劳动节, en: Labour Day }' | '{ zh: 劳动节 }' | 9 | `en` is missing",
                "holidays: | days: | 3 | `holidays` is missing",
                "year: 2026 | 'year: \"2026' | 4 | not YAML"
            })
    void sayWhatIsWrongAndWhere(String right, String wrong, int line, String reason) throws IOException {
        Files.writeString(
                folder.resolve("2026.yaml"),
                Files.readString(folder.resolve("2026.yaml")).replace(right, wrong == null ? "" : wrong));

        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(folder.resolve("2026.yaml"));
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.reason()).startsWith(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "640000 | 64000 | `64000` is not the division code",
                "640000 | 100000 | `100000` is not the division code",
                "640000 | 宁夏 | `宁夏` is not the division code",
                "title: 区通知, | | `title` is missing",
                "'notice: { title: 区通知, number: 1号, source: \"of the region\" }' | | `notice` is missing",
                "off: 2026-03-18, work: [2026-03-21] | off: 2026-03-18, work: [2026-03-20] | 2026-03-20 is a working"
                        + " day anyway",
                "off: 2026-03-18, work: [2026-03-21] | work: [2026-02-28] | 2026-02-28 is a working day anyway",
                "off: 2026-03-18, work: [2026-03-21] | off: 2026-03-21 | 2026-03-18 is a working day anyway",
                "work: [2026-03-18], off: 2026-03-21 | off: 2027-03-21 | 2027-03-21 does not lie in 2026",
                "notice: { title: 区通知 | notices: { title: 区通知 | `notices` is not known here"
            })
    void checkLocalNoticesInTheSameWay(String right, String wrong, String reason) throws IOException {
        add("2026.yaml", LOCAL.replace(right, wrong == null ? "" : wrong));

        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.line()).isGreaterThan(20);
            assertThat(fault.reason()).startsWith(reason);
        });
    }

    @Test
    void sayAllFaultsAtOnce() throws IOException {
        write("2025.yaml", "year: 2024\n");
        write("2027.yaml", nextYear("of: 2027-01-01"));

        assertThat(faults())
                .extracting(Fault::toString)
                .containsExactly(
                        folder.resolve("2025.yaml") + ":1: `year` must be the year of the file's name: 2025",
                        folder.resolve("2025.yaml") + ":1: `notice` is missing: whose arrangement this is",
                        folder.resolve("2025.yaml") + ":1: `holidays` is missing",
                        folder.resolve("2027.yaml") + ":4: `of` is not known here; known are [name, off, work]",
                        folder.resolve("2027.yaml") + ":4: neither `off` nor `work` is here");
    }

    @Test
    void refuseAGapBetweenTheYears() throws IOException {
        Files.copy(OURS.resolve("2024.yaml"), folder.resolve("2024.yaml"));
        Files.delete(folder.resolve("2025.yaml"));

        assertThat(faults())
                .containsExactly(new Fault(folder.resolve("2026.yaml"), "the year before is missing: 2025.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"next.yaml", "20277.yaml", "2027-draft.yaml"})
    void refuseAFileThatIsNotNamedAfterItsYear(String name) throws IOException {
        write(name, nextYear("off: 2027-01-01"));

        assertThat(faults())
                .containsExactly(new Fault(folder.resolve(name), "a calendar is named after its year, like 2026.yaml"));
    }

    @Test
    void refuseAFolderWithoutAnyYear() throws IOException {
        Files.delete(folder.resolve("2025.yaml"));
        Files.delete(folder.resolve("2026.yaml"));

        assertThat(faults())
                .containsExactly(new Fault(folder, "no calendar is here; a year's is named like 2026.yaml"));
    }

    private Calendars read() {
        return Calendars.read(folder);
    }

    private List<Fault> faults() {
        return catchThrowableOfType(BadFiles.class, this::read).faults();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void add(String name, String text) throws IOException {
        write(name, Files.readString(folder.resolve(name)) + text);
    }

    private static String nextYear(String newYear) {
        return """
            year: 2027
            notice: { title: 某通知, source: "not published yet" }
            holidays:
              - { name: { zh: 元旦, en: New Year }, %s }
              - { name: { zh: 春节, en: Spring Festival }, off: 2027-02-08..2027-02-12 }
              - { name: { zh: 国庆节, en: National Day }, off: 2027-10-04..2027-10-08 }
            """.formatted(newYear);
    }
}
