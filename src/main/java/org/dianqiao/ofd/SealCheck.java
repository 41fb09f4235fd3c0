package org.dianqiao.ofd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dianqiao.files.Watched;
import org.dianqiao.ofd.Opinion.Seal;
import org.dianqiao.trust.Trust;

/**
 * Looks at OFD files of others, in the five steps of the standards: the digest of each file in the document, the
 * signature over the list of them, the seal and its time, the chains of who sealed and who made the seal, and that no
 * file is left that nobody sealed. Of several signatures the worst counts, and each file has to be sealed by one. What
 * holds is verified by ofdrw once more.
 *
 * <p>Whoever may make seals need not be anybody who may sign messages: they have anchors of their own.
 */
public final class SealCheck {

    private static final int MOST = 16;
    private static final String ROOT = "OFD.xml";

    private final Watched<Trust> makers;
    private final Clock clock;

    public SealCheck(Watched<Trust> makers, Clock clock) {
        this.makers = makers;
        this.clock = clock;
    }

    public Opinion of(Path file) {
        try (Archive archive = Archive.open(file)) {
            return of(archive, file);
        } catch (Unsound unsound) {
            return unsound.opinion();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Opinion of(Archive archive, Path file) throws IOException {
        Element root = Element.read(archive.small(ROOT), ROOT);
        if (!root.name().equals("OFD")) {
            throw Unsound.notOfd("its OFD.xml describes something else");
        }
        archive.requireNoDoctype();
        List<Element> bodies = few(root.some("DocBody"));
        for (Element body : bodies) {
            requirePages(archive, Place.of(body.child("DocRoot").text(), ROOT));
        }
        Set<String> unsealed = new TreeSet<>(archive.digests().keySet());
        List<DocumentSignature> signatures = signatures(archive, bodies, unsealed);
        Opinion opinion = signatures.isEmpty()
                ? new Opinion(Seal.NONE, "nobody has sealed it")
                : of(archive, signatures, unsealed);
        Opinion confirmed =
                opinion.seal().holds() ? confirmed(opinion, new SecondOpinion(archive, file), signatures) : opinion;
        return confirmed.describing(bodies.stream()
                .flatMap(body -> body.all("DocInfo"))
                .flatMap(Element::texts)
                .filter(text -> !text.isEmpty())
                .toList());
    }

    private static Opinion confirmed(Opinion first, SecondOpinion second, List<DocumentSignature> signatures)
            throws IOException {
        return second.objection(signatures.size()).map(first::worse).orElse(first);
    }

    /** Each is read and looked at by itself. */
    private static <T> List<T> few(List<T> all) {
        if (all.size() > MOST) {
            throw Unsound.notOfd("it has more than " + MOST + " documents, lists of resources or signatures");
        }
        return all;
    }

    /** A list may grow when somebody else signs later. */
    private static List<DocumentSignature> signatures(Archive archive, List<Element> bodies, Set<String> unsealed)
            throws IOException {
        List<DocumentSignature> signatures = new ArrayList<>();
        for (Element list :
                few(bodies.stream().flatMap(body -> body.all("Signatures")).toList())) {
            String path = Place.of(list.text(), ROOT);
            unsealed.remove(path);
            for (Element each :
                    few(Element.read(archive.small(path), path).all("Signature").toList())) {
                String place = Place.of(each.attribute("BaseLoc"), path);
                signatures.add(DocumentSignature.read(archive, place, each.attribute("Type")));
            }
        }
        return few(signatures);
    }

    private Opinion of(Archive archive, List<DocumentSignature> signatures, Set<String> unsealed) throws IOException {
        SealLook look = new SealLook(archive, makers.current(), clock.instant());
        Opinion worst = Opinion.VALID;
        for (DocumentSignature signature : signatures) {
            unsealed.removeAll(new HashSet<>(signature.files()));
            unsealed.removeAll(Set.of(signature.path(), signature.valuePath()));
            signature.sealPath().ifPresent(unsealed::remove);
            worst = worst.worse(look.at(signature));
        }
        if (!unsealed.isEmpty()) {
            throw Unsound.tampered("nobody has sealed " + unsealed.iterator().next());
        }
        return worst;
    }

    private static void requirePages(Archive archive, String path) throws IOException {
        Element document = Element.read(archive.small(path), path);
        few(document.all("CommonData")
                .flatMap(common -> Stream.concat(common.all("PublicRes"), common.all("DocumentRes")))
                .toList());
        List<Element> pages =
                document.one("Pages").stream().flatMap(list -> list.all("Page")).toList();
        boolean there = pages.stream()
                .allMatch(page -> archive.digests().containsKey(Place.of(page.attribute("BaseLoc"), path)));
        if (pages.isEmpty() || !there) {
            throw Unsound.notOfd("it has no pages, or not those that it names");
        }
    }
}
