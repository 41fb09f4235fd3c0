package org.dianqiao.web.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may open the console, without the sandbox.
 *
 * @param users a YAML file with names, bcrypt passwords and roles
 * @param rolesClaim which claim of an OpenID Connect provider names the roles; dots lead into claims within claims
 */
@ConfigurationProperties("dianqiao.console")
record AccessSettings(
        @Nullable String users, @DefaultValue("roles") String rolesClaim) {}
