package org.dianqiao.web.access;

import org.dianqiao.files.Watched;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Signing in with a name and a password from the users file. */
final class UsersFile implements UserDetailsService {

    private final Watched<Users> users;

    UsersFile(Watched<Users> users) {
        this.users = users;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return users.current()
                .find(name)
                .map(user -> User.withUsername(user.name())
                        .password(user.password())
                        .authorities(Role.authorities(user.roles()))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("nobody of this name"));
    }
}
