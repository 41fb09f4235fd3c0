package org.dianqiao.web.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody does here. Operators act, auditors look into everything, administrators may do both. */
public enum Role {
    VIEWER,
    OPERATOR,
    AUDITOR,
    ADMINISTRATOR;

    public static Optional<Role> of(String word) {
        return Stream.of(values())
                .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** With a role come those below it, so that a page asks for the one that it wants. */
    static List<GrantedAuthority> authorities(Collection<Role> roles) {
        return roles.stream()
                .flatMap(role -> role.withThoseBelow().stream())
                .distinct()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    private Set<Role> withThoseBelow() {
        return switch (this) {
            case VIEWER -> EnumSet.of(VIEWER);
            case OPERATOR -> EnumSet.of(OPERATOR, VIEWER);
            case AUDITOR -> EnumSet.of(AUDITOR, VIEWER);
            case ADMINISTRATOR -> EnumSet.allOf(Role.class);
        };
    }
}
