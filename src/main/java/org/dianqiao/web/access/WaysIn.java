package org.dianqiao.web.access;

import java.nio.file.Path;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;

/**
 * How people may sign in. There is always at least one way, and none that was not chosen.
 *
 * @param sandbox whether the sandbox's users are offered
 * @param passwords whether there is a users file
 * @param providers the OpenID Connect providers
 */
record WaysIn(boolean sandbox, boolean passwords, List<Provider> providers) {

    private static final String NONE = "nobody could sign in to the console. Without the sandbox, either set"
            + " `dianqiao.console.users` to a users file (names, bcrypt passwords, roles), or configure OpenID Connect"
            + " under `spring.security.oauth2.client.registration`";

    WaysIn {
        if (!sandbox && !passwords && providers.isEmpty()) {
            throw new BadFiles(new Fault(Path.of("dianqiao.yaml"), NONE));
        }
    }

    /** One who vouches for people elsewhere. */
    record Provider(String id, String name) {}
}
