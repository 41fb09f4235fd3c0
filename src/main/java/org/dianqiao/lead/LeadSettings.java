package org.dianqiao.lead;

import org.dianqiao.calendar.Limit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long leads may wait.
 *
 * @param untouched until when a utility says its first word about a lead; no text gives a period
 */
@ConfigurationProperties("dianqiao.leads")
public record LeadSettings(@DefaultValue("5 WD") Limit untouched) {

    public LeadSettings {
        if (untouched.value() < 1) {
            throw new IllegalArgumentException("dianqiao.leads.untouched must be one working day or more");
        }
    }
}
