package org.dianqiao.connector.folder;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Login;

/** A folder on a partner's SFTP server. What the server says is not believed further than it can do harm. */
public final class SftpFolder implements Folder {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int USUAL_PORT = 22;
    private static final int MOST_ENTRIES = 5 * MOST;

    private final Session session;
    private final ChannelSftp sftp;
    private final Duration longest;

    private SftpFolder(Session session, ChannelSftp sftp, Duration longest) {
        this.session = session;
        this.sftp = sftp;
        this.longest = longest;
    }

    /** IOException where the server is not there, is another one, or does not let us in; {@link Trouble} says which. */
    public static SftpFolder open(Endpoint endpoint) throws IOException {
        return open(endpoint, LONGEST);
    }

    /** `longest`: for how long it may send files' names, or one file. */
    static SftpFolder open(Endpoint endpoint, Duration longest) throws IOException {
        URI url = endpoint.url();
        try {
            Session session = session(url, Objects.requireNonNull(endpoint.login()));
            return new SftpFolder(session, entered(session, url.getPath()), longest);
        } catch (JSchException | SftpException e) {
            throw Trouble.of(e);
        }
    }

    private static Session session(URI url, Login login) throws JSchException {
        JSch jsch = new JSch();
        if (!login.key().text().isEmpty()) {
            jsch.addIdentity(login.account(), login.key().bytes(), null, null);
        }
        int port = url.getPort() < 0 ? USUAL_PORT : url.getPort();
        Session session = jsch.getSession(login.account(), url.getHost(), port);
        session.setHostKeyRepository(new PinnedKeys(url.getHost(), login.hostKeys()));
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", login.key().text().isEmpty() ? "password" : "publickey");
        session.setPassword(login.password().text());
        session.setTimeout((int) PATIENCE.toMillis());
        session.connect((int) PATIENCE.toMillis());
        return session;
    }

    private static ChannelSftp entered(Session session, String path) throws JSchException, SftpException {
        try {
            ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
            sftp.setFilenameEncoding(StandardCharsets.UTF_8);
            sftp.connect((int) PATIENCE.toMillis());
            if (!path.isEmpty()) {
                sftp.cd(path);
            }
            return sftp;
        } catch (JSchException | SftpException | RuntimeException e) {
            session.disconnect();
            throw e;
        }
    }

    @Override
    public List<Found> look() throws IOException {
        List<Found> found = new ArrayList<>();
        AtomicInteger entries = new AtomicInteger();
        long begun = System.nanoTime();
        asked(() -> sftp.ls(".", entry -> {
            if (entry.getAttrs().isReg() && !Found.isHidden(entry.getFilename())) {
                found.add(new Found(
                        entry.getFilename(),
                        entry.getAttrs().getSize(),
                        entry.getAttrs().getMTime()));
            }
            boolean enough = found.size() >= MOST || entries.incrementAndGet() >= MOST_ENTRIES || isTooLong(begun);
            return enough ? ChannelSftp.LsEntrySelector.BREAK : ChannelSftp.LsEntrySelector.CONTINUE;
        }));
        return found;
    }

    private boolean isTooLong(long begun) {
        return System.nanoTime() - begun > longest.toNanos();
    }

    @Override
    public byte[] read(String name, int most) throws IOException {
        try (InputStream in = sftp.get(name)) {
            return within(in, most + 1);
        } catch (SftpException e) {
            throw Trouble.of(e);
        }
    }

    /** Who sends a byte now and then would hold the thread for ever. */
    private byte[] within(InputStream in, int most) throws IOException {
        long begun = System.nanoTime();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 15];
        for (int got = 0;
                got >= 0 && read.size() < most;
                got = in.read(piece, 0, Math.min(piece.length, most - read.size()))) {
            read.write(piece, 0, got);
            if (isTooLong(begun)) {
                throw new IOException("the server sends a file too slowly");
            }
        }
        return read.toByteArray();
    }

    /** Under a name that the next attempt uses again, where even taking it away fails. */
    @Override
    public void write(String name, byte[] content) throws IOException {
        String fresh = "." + name + ".new";
        try {
            asked(() -> sftp.put(new ByteArrayInputStream(content), fresh));
            rename(fresh, name);
        } catch (IOException failed) {
            takeAway(fresh, failed);
            throw failed;
        }
    }

    private void takeAway(String fresh, IOException failed) {
        try {
            sftp.rm(fresh);
        } catch (SftpException left) {
            failed.addSuppressed(left);
        }
    }

    /** Of the protocol's third version a name that is taken cannot be given again. */
    private void rename(String from, String to) throws IOException {
        try {
            sftp.rename(from, to);
        } catch (SftpException taken) {
            asked(() -> {
                sftp.rm(to);
                sftp.rename(from, to);
            });
        }
    }

    @Override
    public void putAway(String name, String as) throws IOException {
        try {
            sftp.lstat(DONE);
        } catch (SftpException absent) {
            asked(() -> sftp.mkdir(DONE));
        }
        asked(() -> sftp.rename(name, DONE + "/" + as));
    }

    @Override
    public void bringBack(String as, String name) throws IOException {
        try {
            sftp.lstat(name);
        } catch (SftpException free) {
            asked(() -> sftp.rename(DONE + "/" + as, name));
        }
    }

    @Override
    public void tryRights() throws IOException {
        String fresh = "." + UUID.randomUUID() + ".new";
        asked(() -> {
            sftp.put(new ByteArrayInputStream(new byte[0]), fresh);
            sftp.rm(fresh);
        });
    }

    private interface Asking {
        void ask() throws SftpException;
    }

    private static void asked(Asking asking) throws IOException {
        try {
            asking.ask();
        } catch (SftpException e) {
            throw Trouble.of(e);
        }
    }

    @Override
    public void close() {
        session.disconnect();
    }
}
