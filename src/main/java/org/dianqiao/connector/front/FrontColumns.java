package org.dianqiao.connector.front;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.component.sql.DefaultRowMapperFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Columns of a front-end database as they stand there, days and times as the exchange standard writes them. Left to themselves,
 * drivers make 2026-03-02 of 2026-02-30, `true` of a status 11, and of a moment the hour of wherever the gateway runs.
 */
@Component
public class FrontColumns extends DefaultRowMapperFactory {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME_14 = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}:[0-9]{2})?");
    private static final Pattern BETWEEN = Pattern.compile("[- :]");
    private static final Pattern FRACTION = Pattern.compile("\\.[0-9]+$");
    private static final Pattern NO_DAY = Pattern.compile("0+");

    @Override
    public RowMapper<Map<String, @Nullable Object>> newColumnRowMapper() {
        return new ColumnMapRowMapper() {
            @Override
            protected @Nullable Object getColumnValue(ResultSet row, int column) throws SQLException {
                return row.getString(column) == null ? null : value(row, column);
            }
        };
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        String name = row.getMetaData().getColumnTypeName(column);
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                name.equalsIgnoreCase("timestamptz")
                        ? TIME_14.format(
                                row.getObject(column, OffsetDateTime.class).atZoneSameInstant(CHINA))
                        : written(row.getString(column));
            case Types.BIT, Types.BOOLEAN ->
                name.equalsIgnoreCase("bool") ? (row.getBoolean(column) ? 1 : 0) : row.getLong(column);
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> decimal(row.getDouble(column));
            default -> row.getObject(column);
        };
    }

    /** MySQL says in noughts that there is none. */
    private static @Nullable String written(String moment) {
        String whole = FRACTION.matcher(moment).replaceFirst("");
        String digits = DAY.matcher(whole).matches() ? BETWEEN.matcher(whole).replaceAll("") : whole;
        return NO_DAY.matcher(digits).matches() ? null : digits;
    }

    private static Object decimal(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number) : Double.toString(number);
    }
}
