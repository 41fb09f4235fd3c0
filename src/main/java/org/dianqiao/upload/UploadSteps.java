package org.dianqiao.upload;

import java.net.URI;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.ReceivingSteps;
import org.springframework.stereotype.Component;

/** What the route of `part.upload` calls: `routes/services/part.upload.camel.yaml`. */
@Component
public class UploadSteps {

    private final Uploads uploads;
    private final UploadSettings settings;

    UploadSteps(Uploads uploads, UploadSettings settings) {
        this.uploads = uploads;
        this.settings = settings;
    }

    /** A large part is announced: the receipt says where it is to be sent. */
    public void announce(Exchange exchange, @Body Message message) {
        URI base = settings.url() == null ? message.opened().arrival().base() : settings.url();
        Upload upload = uploads.announce(message);
        exchange.setProperty(ReceivingSteps.UPLOAD, TusDoor.address(base, upload.token()));
    }
}
