package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import org.dianqiao.Homes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Two gateways may share a database, but not a folder: they would be one node, and clear each other's spool. */
@ExtendWith(OutputCaptureExtension.class)
class DataFolderTest {

    private final Path data = Homes.fresh().resolve("data");

    @Test
    void isOneGatewaysAlsoWhereTheDatabaseIsOutside(@TempDir Path elsewhere, CapturedOutput output) throws IOException {
        try (EmbeddedDatabase outside = EmbeddedDatabase.start(elsewhere)) {
            try (FolderLock another = FolderLock.take(data)) {
                assertThat(catchThrowable(() -> serve(outside)))
                        .as("the second started")
                        .isNotNull();
                assertThat(output)
                        .contains("another gateway runs on %s/ (pid %d)"
                                .formatted(
                                        data.toRealPath(),
                                        ProcessHandle.current().pid()))
                        .doesNotContain("\tat ");
                assertThat(data).isDirectoryNotContaining("glob:**/{node,spool,sandbox}");
            }
            serve(outside);
        }
    }

    private void serve(EmbeddedDatabase outside) {
        Serve.run(
                        "--dianqiao.home=" + data.getParent(),
                        "--dianqiao.sandbox=keys",
                        "--server.port=0",
                        "--spring.datasource.url=" + outside.url(),
                        "--spring.datasource.username=" + outside.ownerUser(),
                        "--spring.datasource.password=" + outside.ownerPassword())
                .close();
    }
}
