package org.dianqiao.sandbox.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Secrets;
import org.dianqiao.sandbox.outside.Simulator;

/** A development and reform commission that leaves its list of coded projects on an SFTP server. */
public final class ProjectList implements Simulator {

    public static final String ACCOUNT = "dianqiao";

    private static final String FOLDER = "lists";
    private static final int BITS = 256;

    private final SshServer server;
    private final Clerk clerk;
    private final Path folder;
    private final String password;
    private final String hostKey;

    private ProjectList(SshServer server, Clerk clerk, Path folder, String password, String hostKey) {
        this.server = server;
        this.clerk = clerk;
        this.folder = folder;
        this.password = password;
        this.hostKey = hostKey;
    }

    public static Set<Fault> faults() {
        return EnumSet.of(Fault.HALF_WRITTEN, Fault.GBK, Fault.CHANGED_HOST_KEY, Fault.REPEATED_FILE);
    }

    public static ProjectList open(Scene scene) throws IOException {
        Path files = scene.folder().resolve("files");
        Path folder = Files.createDirectories(files.resolve(FOLDER));
        String password = new Secrets(scene.folder()).of("password");
        SimpleGeneratorHostKeyProvider told = key(scene.folder().resolve("host-key"));
        boolean changed = scene.faults().has(Fault.CHANGED_HOST_KEY);
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(scene.address().getHostString());
        server.setPort(scene.address().getPort());
        server.setKeyPairProvider(changed ? key(scene.folder().resolve("another-host-key")) : told);
        server.setPasswordAuthenticator((account, given, session) -> account.equals(ACCOUNT) && given.equals(password));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(files));
        server.start();
        Clerk clerk = new Clerk(folder, scene.faults());
        clerk.begin();
        return new ProjectList(server, clerk, folder, password, written(told));
    }

    private static SimpleGeneratorHostKeyProvider key(Path file) {
        SimpleGeneratorHostKeyProvider provider = new SimpleGeneratorHostKeyProvider(file);
        provider.setAlgorithm("EC");
        provider.setKeySize(BITS);
        return provider;
    }

    private static String written(SimpleGeneratorHostKeyProvider provider) throws IOException {
        PublicKey key = provider.loadKeys(null).iterator().next().getPublic();
        return PublicKeyEntry.toString(key);
    }

    @Override
    public URI address() {
        return URI.create("sftp://" + server.getHost() + ":" + server.getPort() + "/" + FOLDER);
    }

    /** Where its files lie on this machine. */
    public Path folder() {
        return folder;
    }

    /** Of the server that it is told to be. */
    public String hostKey() {
        return hostKey;
    }

    public String password() {
        return password;
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "清单目录 lists lie in " + folder,
                "account: " + ACCOUNT + "，password: " + password,
                "hostKeys: [ \"" + hostKey + "\" ]");
    }

    @Override
    public void close() {
        clerk.close();
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
