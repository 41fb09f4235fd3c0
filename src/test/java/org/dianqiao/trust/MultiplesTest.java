package org.dianqiao.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** BouncyCastle multiplies in another way, so it is the judge. */
class MultiplesTest {

    private static final ECPoint BASE = Sm2.DOMAIN.getG();
    private static final ECPoint OTHER =
            BASE.multiply(new BigInteger("20261121")).normalize();
    private static final Random RANDOM = new Random(32918);

    static Stream<Multiples> tables() {
        return Stream.of(Multiples.secret(BASE), Multiples.open(BASE, 6), Multiples.open(BASE, 8));
    }

    private static List<BigInteger> edges() {
        BigInteger n = Sm2.N;
        Stream<BigInteger> small =
                Stream.iterate(BigInteger.ONE, BigInteger.ONE::add).limit(70);
        Stream<BigInteger> powers = Stream.iterate(4, bit -> bit + 1).limit(252).map(BigInteger.ONE::shiftLeft);
        return Stream.concat(small, powers)
                .flatMap(k -> Stream.of(k, n.subtract(k)))
                .toList();
    }

    private static BigInteger scalar() {
        return new BigInteger(256, RANDOM).mod(Sm2.N.subtract(BigInteger.ONE)).add(BigInteger.ONE);
    }

    @Test
    void multipliesBySecretsAtTheEdges() {
        Multiples table = Multiples.secret(BASE);
        for (BigInteger k : edges()) {
            assertThat(table.times(k).affineX()).as(k.toString()).isEqualTo(x(BASE.multiply(k)));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void multipliesAtTheEdgesOrSaysThatItFails(Multiples table) {
        for (BigInteger k : edges()) {
            PointSum sum = table.times(k);
            assertThat(sum.failed() || sum.affineX().equals(x(BASE.multiply(k))))
                    .as(k.toString())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void multipliesByWhateverNumber(Multiples table) {
        for (int round = 0; round < 500; round++) {
            BigInteger k = scalar();
            assertThat(table.times(k).affineX()).as(k.toString()).isEqualTo(x(BASE.multiply(k)));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void addsTwoProducts(Multiples table) {
        Multiples ofOther = Multiples.open(OTHER, 6);
        for (int round = 0; round < 500; round++) {
            BigInteger a = scalar();
            BigInteger b = scalar();
            BigInteger x = x(BASE.multiply(a).add(OTHER.multiply(b)));
            PointSum sum = ofOther.addTo(table.times(a), b);
            assertThat(sum.failed()).isFalse();
            assertThat(sum.hasX(x)).isTrue();
            assertThat(sum.hasX(x.add(BigInteger.ONE))).isFalse();
            assertThat(sum.affineX()).isEqualTo(x);
        }
    }

    @Test
    void tellsWhereASumMeetsItsOwnOpposite() {
        Multiples table = Multiples.open(BASE, 6);
        Multiples opposite = Multiples.open(BASE.negate(), 6);

        assertThat(opposite.addTo(table.times(BigInteger.TEN), BigInteger.TEN).failed())
                .isTrue();
    }

    private static BigInteger x(ECPoint point) {
        return point.normalize().getAffineXCoord().toBigInteger();
    }
}
