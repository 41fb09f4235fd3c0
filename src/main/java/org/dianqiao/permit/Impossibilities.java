package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dianqiao.exchange.Contracts.Violation;

/**
 * What cannot be in a filing though each member by itself could: a slip of the pen, mostly in a unit or a year. The bounds
 * are wide; a large project is never impossible. The payload may be of any form. Pure.
 */
final class Impossibilities {

    private static final int MOST_AT_LOW_VOLTAGE = 1_000;

    /** Four circuits of 5,000 A each, the most for which such switchgear is commonly rated (GB/T 762). */
    private static final int MOST_AMPERES = 20_000;

    /** A hundredth of the smallest three-phase transformer of that voltage (GB/T 6451), in kW. */
    private static final TreeMap<Double, Integer> LEAST =
            new TreeMap<>(Map.of(0.0, 0, 110.0, 63, 220.0, 315, 330.0, 900));

    /** Ten times what the widest text calls small (200 kW in Huangshan, else 160). */
    private static final int MOST_OF_SMALL = 2_000;

    /** Works that began without a permit are filed within months; a day further back is a slip of the year. */
    private static final int YEARS_PAST = 2;

    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{C}]*");
    private static final List<String> NAMES = List.of("/applicant/name", "/contractor/name", "/site/address");
    private static final List<String> DAYS = List.of("/plannedStart", "/plannedFinish");

    private Impossibilities() {}

    static List<Violation> of(JsonNode payload, LocalDate today) {
        List<Violation> faults = new ArrayList<>();
        works(payload.path("works"), faults);
        days(payload, today, faults);
        NAMES.stream().filter(at -> isBlank(payload.at(at))).forEach(at -> faults.add(new Violation(at, "不得为空")));
        return faults;
    }

    private static boolean isBlank(JsonNode text) {
        return text.isTextual() && NOTHING.matcher(text.textValue()).matches();
    }

    private static void works(JsonNode works, List<Violation> faults) {
        String customer = works.path("customerClass").asText();
        capacity(works.path("voltageKv"), works.path("capacityKw"), customer)
                .ifPresent(reason -> faults.add(new Violation("/works/capacityKw", reason)));
        // 1479号：三零 is for residents and small or micro enterprises at low voltage, 三省 for high voltage.
        if (customer.equals("hv") && works.path("threeZero").asBoolean()) {
            faults.add(new Violation("/works/threeZero", "高压用户不实行“三零”服务，请核对用户类别"));
        }
        JsonNode length = works.path("lineLengthM");
        if (length.isNumber()
                && length.doubleValue() == 0
                && !works.path("crossings").isEmpty()) {
            faults.add(new Violation("/works/lineLengthM", "线路长度为 0，不可能有穿跨和占用，请核对长度和穿跨"));
        }
    }

    private static Optional<String> capacity(JsonNode voltage, JsonNode capacity, String customer) {
        if (!voltage.isNumber() || !capacity.isNumber() || voltage.doubleValue() <= 0) {
            return Optional.empty();
        }
        double kv = voltage.doubleValue();
        double kw = capacity.doubleValue();
        int most = most(kv);
        int least = LEAST.floorEntry(kv).getValue();
        String at = kv > 1 ? "该电压供电" : "低压供电";
        if (kw > most) {
            return Optional.of(at + "的容量不可能超过 " + most + " 千瓦，请核对容量和电压");
        }
        if (kw < least) {
            return Optional.of(at + "的容量不可能小于 " + least + " 千瓦，请核对容量和电压");
        }
        return customer.equals("small-micro") && kw > MOST_OF_SMALL
                ? Optional.of("小微企业的容量不可能超过 " + MOST_OF_SMALL + " 千瓦，请核对容量和用户类别")
                : Optional.empty();
    }

    /** What its lines can carry: √3 times voltage and current. */
    private static int most(double kv) {
        return kv > 1 ? (int) (Math.sqrt(3) * kv * MOST_AMPERES) : MOST_AT_LOW_VOLTAGE;
    }

    private static void days(JsonNode payload, LocalDate today, List<Violation> faults) {
        LocalDate first = today.minusYears(YEARS_PAST);
        DAYS.stream()
                .filter(at -> day(payload.at(at)).filter(first::isAfter).isPresent())
                .forEach(at -> faults.add(new Violation(at, "计划日期早于申报 " + YEARS_PAST + " 年以上，请核对年份")));
    }

    /** Where it is none the contract says so. */
    private static Optional<LocalDate> day(JsonNode text) {
        try {
            return Optional.ofNullable(text.textValue()).map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
