package org.dianqiao.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.dianqiao.codes.Address;
import org.dianqiao.codes.Divisions;
import org.dianqiao.codes.Region;
import org.dianqiao.codes.UnitNumber;
import org.jspecify.annotations.Nullable;

/** The real-estate registry: the place is registered, its title goes on, and the applicant is among its owners. */
final class Registry implements Witness {

    private static final List<String> ENDED = List.of("历史", "注销");
    private static final String SEALED = "查封";

    private final Divisions divisions;

    Registry(Divisions divisions) {
        this.divisions = divisions;
    }

    /** By the narrowest that is known, so that nothing is told of the applicant's other property. */
    @Override
    public Optional<Lookup> lookup(String document, Enquiry enquiry) {
        JsonNode site = enquiry.site();
        if (!document.equals(Witnesses.PROPERTY) || site.isMissingNode()) {
            return Optional.empty();
        }
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.set("regionCode", site.get("regionCode"));
        if (site.has("unitNo")) {
            question.set("unitNo", site.get("unitNo"));
        } else if (site.has("certNo")) {
            question.set("certNo", site.get("certNo"));
        } else {
            question.set("owner", Witnesses.person(enquiry.applicant()));
        }
        return Optional.of(new Lookup(document, "property.lookup", question, reply -> meaning(reply, enquiry)));
    }

    private Testimony meaning(JsonNode reply, Enquiry enquiry) {
        List<JsonNode> here = StreamSupport.stream(reply.path("units").spliterator(), false)
                .filter(unit -> isHere(unit, enquiry.site()))
                .toList();
        List<JsonNode> titled = here.stream()
                .filter(unit -> hasCertificate(unit, enquiry.site()))
                .toList();
        List<JsonNode> valid = titled.stream().filter(Registry::goesOn).toList();
        if (valid.isEmpty()) {
            return withoutTitle(here, titled);
        }
        List<JsonNode> owned =
                valid.stream().filter(unit -> isOwned(unit, enquiry)).toList();
        return owned.isEmpty() ? notTheirs(valid) : Testimony.proving(warning(owned));
    }

    private static Testimony withoutTitle(List<JsonNode> here, List<JsonNode> titled) {
        if (here.isEmpty()) {
            return Testimony.of(Verdict.NOT_FOUND);
        }
        return titled.isEmpty()
                ? Testimony.against(Verdict.DIFFERS, "certificate-differs")
                : Testimony.against(Verdict.NOT_VALID, "title-ended");
    }

    /** An owner whose number is masked may be the applicant after all, and so may one who is not named. */
    private static Testimony notTheirs(List<JsonNode> units) {
        boolean hidden = units.stream()
                .map(unit -> unit.path("owners"))
                .anyMatch(owners -> owners.isEmpty()
                        || StreamSupport.stream(owners.spliterator(), false)
                                .anyMatch(owner -> owner.path("masked").asBoolean()));
        return hidden ? Testimony.of(Verdict.NOT_THEIRS) : Testimony.against(Verdict.NOT_THEIRS, "another-owner");
    }

    /** What a court has sealed may not be sold, and is theirs all the same. */
    private static @Nullable String warning(List<JsonNode> owned) {
        return owned.stream().allMatch(unit -> text(unit, "status").contains(SEALED)) ? "sealed" : null;
    }

    private boolean isHere(JsonNode unit, JsonNode site) {
        if (site.has("unitNo")) {
            return UnitNumber.of(text(site, "unitNo")).equals(UnitNumber.of(text(unit, "unitNo")));
        }
        return site.has("certNo") || isSameAddress(text(unit, "address"), site);
    }

    private boolean isSameAddress(String address, JsonNode site) {
        Region region = Region.of(text(site, "regionCode"));
        return Address.of(address, region, divisions).equals(Address.of(text(site, "address"), region, divisions));
    }

    private static boolean hasCertificate(JsonNode unit, JsonNode site) {
        return !site.has("certNo") || Witnesses.isSameCertificate(site.get("certNo"), unit.path("certNo"));
    }

    private static boolean goesOn(JsonNode unit) {
        return ENDED.stream().noneMatch(text(unit, "status")::contains);
    }

    private static boolean isOwned(JsonNode unit, Enquiry enquiry) {
        return StreamSupport.stream(unit.path("owners").spliterator(), false).anyMatch(enquiry::isApplicant);
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asText();
    }
}
