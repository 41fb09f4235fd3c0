package org.dianqiao.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class UsersTest {

    private static final String DIGEST = new BCryptPasswordEncoder(10).encode("correct horse");

    @TempDir
    Path folder;

    @Test
    void readsNamesDigestsAndRoles() throws IOException {
        Users users = Users.read(file("""
                users:
                  - name: li.wei
                    password: "{bcrypt}%s"
                    roles: [operator, auditor]
                """.formatted(DIGEST)));

        assertThat(users.find("li.wei")).hasValueSatisfying(user -> {
            assertThat(user.roles()).containsExactlyInAnyOrder(Role.OPERATOR, Role.AUDITOR);
            assertThat(new BCryptPasswordEncoder().matches("correct horse", user.password()))
                    .isTrue();
        });
        assertThat(users.find("wang")).isEmpty();
    }

    @Test
    void refusesAPlainPasswordWithItsLineAndWithoutRepeatingIt() throws IOException {
        Path file = file("""
                users:
                  - name: li.wei
                    password: correct horse
                    roles: [operator]
                """);

        assertThat(faults(file)).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.reason()).contains("bcrypt").doesNotContain("correct horse");
        });
    }

    @Test
    void refusesOtherDigestsAndWeakOnes() throws IOException {
        assertThat(faults(file(user(
                        "{sha256}97cde38028ad898ebc02e690819fa220e88c62e0699403e94fff291cfffaf8410849f27605abcbc0"))))
                .hasSize(1);
        assertThat(faults(file(user(new BCryptPasswordEncoder(4).encode("correct horse")))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).contains("too weak"));
    }

    @Test
    void findsEveryFaultAtOnce() throws IOException {
        Path file = file("""
                users:
                  - name: li.wei
                    password: "%1$s"
                    roles: [chief]
                  - name: li.wei
                    password: "%1$s"
                    roles: [viewer]
                  - name: wang.fang
                    password: "%1$s"
                    role: viewer
                """.formatted(DIGEST));

        assertThat(faults(file)).extracting(Fault::line).containsExactlyInAnyOrder(4, 5, 8, 10);
    }

    @Test
    void refusesAFileThatNamesNobody() throws IOException {
        assertThat(faults(file("users: []\n"))).singleElement().satisfies(fault -> assertThat(fault.reason())
                .contains("nobody"));
    }

    private static String user(String password) {
        return "users:\n  - name: li.wei\n    password: \"" + password + "\"\n    roles: [viewer]\n";
    }

    private static List<Fault> faults(Path file) {
        return catchThrowableOfType(BadFiles.class, () -> Users.read(file)).faults();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("users.yaml"), text);
    }
}
