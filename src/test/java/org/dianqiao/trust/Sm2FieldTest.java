package org.dianqiao.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** BigInteger is the judge of every operation. */
class Sm2FieldTest {

    private static final BigInteger P = Sm2.DOMAIN.getCurve().getField().getCharacteristic();
    private static final Random RANDOM = new Random(32918);

    /** Where digits are empty, full or begin, where p ends, and whatever else. */
    private static List<BigInteger> numbers() {
        Stream<BigInteger> edges = IntStream.of(0, 1, 12, 44, 51, 52, 53, 96, 104, 156, 208, 224, 255)
                .mapToObj(BigInteger.ONE::shiftLeft)
                .flatMap(power -> Stream.of(power, power.subtract(BigInteger.ONE), P.subtract(power)));
        Stream<BigInteger> others = Stream.generate(() -> new BigInteger(256, RANDOM).mod(P));
        return Stream.concat(edges, others.limit(200)).toList();
    }

    @Test
    void keepsANumber() {
        assertThat(numbers())
                .allSatisfy(a -> assertThat(Sm2Field.number(Sm2Field.of(a))).isEqualTo(a));
    }

    @Test
    void multiplies() {
        long[] product = new long[Sm2Field.DIGITS];
        for (BigInteger a : numbers()) {
            for (BigInteger b : numbers()) {
                Sm2Field.multiply(product, Sm2Field.of(a), Sm2Field.of(b));
                assertThat(Sm2Field.number(product)).isEqualTo(a.multiply(b).mod(P));
            }
        }
    }

    @Test
    void squares() {
        long[] square = new long[Sm2Field.DIGITS];
        for (BigInteger a : numbers()) {
            Sm2Field.square(square, Sm2Field.of(a));
            assertThat(Sm2Field.number(square)).isEqualTo(a.multiply(a).mod(P));
        }
    }

    /** As sums use it: numbers beyond their 256 bits and below zero, digits beyond their 52 bits and below zero. */
    @Test
    void multipliesAndShortensSumsAndDifferences() {
        List<BigInteger> numbers = numbers();
        long[] sum = new long[Sm2Field.DIGITS];
        for (int round = 0; round < 5_000; round++) {
            BigInteger expected = BigInteger.ZERO;
            Arrays.fill(sum, 0);
            for (int addend = 0; addend < 4; addend++) {
                BigInteger a = numbers.get(RANDOM.nextInt(numbers.size()));
                boolean minus = RANDOM.nextBoolean();
                long[] digits = Sm2Field.of(a);
                for (int i = 0; i < digits.length; i++) {
                    sum[i] += minus ? -digits[i] : digits[i];
                }
                expected = minus ? expected.subtract(a) : expected.add(a);
            }
            assertThat(Sm2Field.number(sum)).isEqualTo(expected.mod(P));
            long[] square = new long[Sm2Field.DIGITS];
            Sm2Field.square(square, sum);
            assertThat(Sm2Field.number(square))
                    .isEqualTo(expected.multiply(expected).mod(P));
            long[] product = new long[Sm2Field.DIGITS];
            Sm2Field.multiply(product, sum, square);
            assertThat(Sm2Field.number(product)).isEqualTo(expected.pow(3).mod(P));
            Sm2Field.shorten(sum);
            assertThat(Sm2Field.number(sum)).isEqualTo(expected.mod(P));
        }
    }

    @Test
    void inverts() {
        long[] one = new long[Sm2Field.DIGITS];
        for (BigInteger a : numbers().stream().filter(a -> a.signum() > 0).toList()) {
            Sm2Field.multiply(one, Sm2Field.of(a), Sm2Field.inverse(Sm2Field.of(a)));
            assertThat(Sm2Field.number(one)).isEqualTo(BigInteger.ONE);
        }
    }
}
