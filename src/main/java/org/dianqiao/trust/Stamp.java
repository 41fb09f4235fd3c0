package org.dianqiao.trust;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;

/**
 * An authority's word that a digest was shown to it at a moment: the token of RFC 3161. It is signed with SM2 and SM3,
 * by a certificate that came along and that the signed part names by its digest.
 *
 * <p>A stamp can be read years later and still be what it was. Whether it is believed is asked apart from that.
 */
public final class Stamp {

    /** More than a net and two good clocks explain. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final int MOST_BETWEEN = 8;
    private static final Set<String> SM2 = Stream.of(Oid.SM3, Oid.SM2_SIGNATURE, Oid.SM2_WITH_SM3)
            .map(oid -> oid.identifier().getId())
            .collect(Collectors.toUnmodifiableSet());
    private static final byte[] NONE = {};

    private final byte[] token;
    private final Instant time;
    private final Duration accuracy;
    private final byte[] imprint;
    private final Sm2Certificate authority;
    private final List<Sm2Certificate> between;

    private Stamp(byte[] der) throws CMSException, TSPException, IOException {
        token = der.clone();
        CMSSignedData signed = new CMSSignedData(token);
        signed.getSignerInfos().forEach(Stamp::requireSm2);
        TimeStampToken read = new TimeStampToken(signed);
        authority = certificates(read, read.getSID()::match).stream()
                .findFirst()
                .orElseThrow(() -> new NotAStamp("a time stamp without the certificate of its authority"));
        read.validate(CmsVerification.by(authority));
        between = certificates(read, every -> true).stream()
                .filter(not(authority::equals))
                .limit(MOST_BETWEEN)
                .toList();
        TimeStampTokenInfo said = read.getTimeStampInfo();
        requireUnderstood(said.toASN1Structure().getExtensions());
        imprint = said.getMessageImprintAlgOID().equals(Oid.SM3.identifier()) ? said.getMessageImprintDigest() : NONE;
        time = said.getGenTime().toInstant();
        accuracy = accuracy(said.getGenTimeAccuracy());
    }

    /** NotAStamp where these bytes are none, or its signature does not hold. Nothing is said about trusting it. */
    public static Stamp read(byte[] token) {
        try {
            return new Stamp(token);
        } catch (NotAStamp e) {
            throw e;
        } catch (CMSException | TSPException | IOException | RuntimeException e) {
            throw new NotAStamp("no time stamp: " + e.getMessage(), e);
        }
    }

    public byte[] token() {
        return token.clone();
    }

    /** When it was given, by the authority's clock. */
    public Instant time() {
        return time;
    }

    /** The certificate of whoever gave it. */
    public Sm2Certificate authority() {
        return authority;
    }

    /** What else came along: certificates that may stand between the authority's and an anchor. */
    public List<Sm2Certificate> between() {
        return between;
    }

    /** Whether it was given for this text. */
    public boolean isOver(byte[] text) {
        return Arrays.equals(imprint, Sm3.of(text));
    }

    /** This one, by somebody to whom it is given at this moment. NotAStamp where it is not to be believed. */
    public Stamp believedBy(Trust trust, Instant now) {
        objection(trust, now).ifPresent(reason -> {
            throw new NotAStamp(reason);
        });
        return this;
    }

    /** Empty when it is to be believed. */
    Optional<String> objection(Trust trust, Instant now) {
        return clocks(now).or(this::coarseness).or(() -> trust.objectionToStamps(authority, between, time));
    }

    private Optional<String> clocks(Instant now) {
        if (Duration.between(time, now).abs().compareTo(CLOCKS_DIFFER) <= 0) {
            return Optional.empty();
        }
        return Optional.of("its clock is more than %d s %s ours: one of the two is wrong"
                .formatted(CLOCKS_DIFFER.toSeconds(), time.isAfter(now) ? "ahead of" : "behind"));
    }

    private Optional<String> coarseness() {
        return accuracy.compareTo(CLOCKS_DIFFER) <= 0
                ? Optional.empty()
                : Optional.of("it says itself that its time may be %d s wrong".formatted(accuracy.toSeconds()));
    }

    private static Duration accuracy(@Nullable GenTimeAccuracy said) {
        return said == null
                ? Duration.ZERO
                : Duration.ofSeconds(said.getSeconds()).plusMillis(said.getMillis());
    }

    private static void requireSm2(SignerInformation signer) {
        Set<String> algorithms = Set.of(signer.getDigestAlgOID(), signer.getEncryptionAlgOID());
        if (!SM2.containsAll(algorithms)) {
            throw new NotAStamp("a time stamp signed with " + signer.getEncryptionAlgOID() + " over "
                    + signer.getDigestAlgOID() + ": only SM2 with SM3 is understood");
        }
    }

    private static void requireUnderstood(@Nullable Extensions extensions) {
        if (extensions != null && extensions.getCriticalExtensionOIDs().length > 0) {
            throw new NotAStamp("a time stamp with demands that we do not understand");
        }
    }

    private static List<Sm2Certificate> certificates(TimeStampToken token, Predicate<X509CertificateHolder> which)
            throws IOException {
        List<Sm2Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder certificate : token.getCertificates().getMatches(null)) {
            if (which.test(certificate)) {
                Sm2Certificate.ifOne(certificate.getEncoded()).ifPresent(certificates::add);
            }
        }
        return certificates;
    }
}
