package org.dianqiao.codes;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.codes.CodeTable.Row;

/**
 * The names of administrative divisions. A code that is not among them is not wrong: development zones have codes that
 * only their province knows. Of such a one, what it lies in is named.
 */
public final class Divisions {

    /** A list of more than so many is taken for the whole list. */
    private static final int WHOLE = 5;

    private final CodeTable table;

    Divisions(CodeTable table) {
        this.table = table;
    }

    public Collection<Row> all() {
        return table.rows();
    }

    /** The one division that is called so, if it is one. */
    public Optional<Region> named(String name) {
        List<Row> rows =
                table.rows().stream().filter(row -> row.zh().equals(name)).toList();
        return rows.size() == 1 ? Optional.of(Region.of(rows.get(0).code())) : Optional.empty();
    }

    /** What somebody means who writes a name or a code, also one that is in no table. */
    public Optional<Region> meant(String written) {
        return named(written).or(() -> Optional.of(written)
                .filter(code -> !Region.check(code).isWrong())
                .map(Region::of));
    }

    public Optional<Row> find(Region region) {
        return table.find(region.text());
    }

    /**
     * Whether it certainly is none. The table does not hold everything: of a city of which it holds some counties only, or
     * none, it cannot tell, nor of development zones, whose codes are given by others.
     */
    public boolean lacks(Region region) {
        String code = region.text();
        if (find(region).isPresent() || code.matches("\\d{4}7\\d")) {
            return false;
        }
        boolean noSuchProvince = table.find(code.substring(0, 2) + "0000").isEmpty();
        boolean noSuchCity = table.find(code.substring(0, 4) + "00").isEmpty() && isListed(code.substring(0, 2));
        return noSuchProvince || noSuchCity || isListed(code.substring(0, 4));
    }

    /** What lies in it directly is in the table, as far as anybody can see. */
    private boolean isListed(String prefix) {
        return all().stream()
                        .map(Row::code)
                        .filter(code -> code.startsWith(prefix) && code.endsWith("00".repeat(2 - prefix.length() / 2)))
                        .count()
                > WHOLE;
    }

    /** Province, city and county, as far as they are known. */
    public List<Row> path(Region region) {
        String code = region.text();
        return Stream.of(code.substring(0, 2) + "0000", code.substring(0, 4) + "00", code)
                .distinct()
                .flatMap(each -> table.find(each).stream())
                .toList();
    }

    /** `河南省郑州市金水区`. */
    public String zh(Region region) {
        return path(region).stream().map(Row::zh).collect(Collectors.joining());
    }

    /** `Henan, Zhengzhou, Jinshui`. */
    public String en(Region region) {
        return path(region).stream().map(Row::en).collect(Collectors.joining(", "));
    }
}
