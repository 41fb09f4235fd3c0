package org.dianqiao.web.console;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partners;
import org.dianqiao.trust.Trust;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who is on the other side. */
@Controller
class PartnersController {

    private final Watched<Partners> partners;
    private final Watched<Trust> trust;
    private final PartnerStore store;
    private final Clock clock;

    PartnersController(Watched<Partners> partners, Watched<Trust> trust, PartnerStore store, Clock clock) {
        this.partners = partners;
        this.trust = trust;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping("/partners")
    String page(Model model) {
        Map<String, PartnerStore.Contact> contacts = store.contacts();
        List<Profile> profiles = partners.current().all().stream()
                .map(partner -> Profile.of(
                        partner,
                        trust.current(),
                        contacts.getOrDefault(partner.id(), PartnerStore.Contact.NONE),
                        clock.instant()))
                .toList();
        model.addAttribute("profiles", profiles);
        return "partners";
    }
}
