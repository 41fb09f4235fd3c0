package org.dianqiao.web.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;

/** The users file: who may sign in with a password, and as what. It holds bcrypt digests and nothing weaker. */
final class Users {

    private static final Pattern BCRYPT = Pattern.compile("(?:\\{bcrypt})?(\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53})");
    private static final int LEAST_COST = 10;

    private final Map<String, User> users;

    private Users(Map<String, User> users) {
        this.users = users;
    }

    /** One who may sign in; `password` is a bcrypt digest. */
    record User(String name, String password, Set<Role> roles) {}

    static Users read(Path file) {
        List<Fault> faults = new ArrayList<>();
        Yaml root = Yaml.read(file, faults);
        root.only(Set.of("users"));
        Map<String, User> users = new LinkedHashMap<>();
        for (Yaml at : root.list("users")) {
            User user = user(at);
            if (users.put(user.name(), user) != null) {
                at.fault("`" + user.name() + "` stands here twice");
            }
        }
        if (users.isEmpty() && faults.isEmpty()) {
            root.fault("`users` names nobody: nobody could sign in");
        }
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
        return new Users(users);
    }

    Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    private static User user(Yaml at) {
        at.only(Set.of("name", "password", "roles"));
        return new User(at.text("name"), password(at), roles(at));
    }

    /** What stands there is never repeated in the fault: it may be a real password. */
    private static String password(Yaml at) {
        Matcher bcrypt = BCRYPT.matcher(at.text("password"));
        if (!bcrypt.matches()) {
            at.child("password").fault("`password` must be a bcrypt digest: \"{bcrypt}$2a$12$...\"");
            return "";
        }
        if (Integer.parseInt(bcrypt.group(2)) < LEAST_COST) {
            at.child("password").fault("`password`: a bcrypt cost below " + LEAST_COST + " is too weak");
        }
        return bcrypt.group(1);
    }

    private static Set<Role> roles(Yaml at) {
        Set<Role> roles = new HashSet<>();
        for (String word : at.texts("roles")) {
            Role.of(word).ifPresentOrElse(roles::add, () -> at.child("roles")
                    .fault("`" + word + "` is not a role; roles are viewer, operator, auditor," + " administrator"));
        }
        if (at.texts("roles").isEmpty()) {
            at.fault("`roles` is missing");
        }
        return roles;
    }
}
