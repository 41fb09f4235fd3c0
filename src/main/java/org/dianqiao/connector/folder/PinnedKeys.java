package org.dianqiao.connector.folder;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that a server may have, as its partner's file says. No other is ever learned. */
final class PinnedKeys implements HostKeyRepository {

    private final List<HostKey> keys = new ArrayList<>();
    private final List<byte[]> blobs = new ArrayList<>();

    PinnedKeys(String host, List<String> hostKeys) throws JSchException {
        for (String hostKey : hostKeys) {
            byte[] blob = Base64.getDecoder().decode(hostKey.substring(hostKey.indexOf(' ') + 1));
            blobs.add(blob);
            keys.add(new HostKey(host, blob));
        }
    }

    @Override
    public int check(String host, byte[] key) {
        return blobs.stream().anyMatch(blob -> Arrays.equals(blob, key)) ? OK : CHANGED;
    }

    @Override
    public void add(HostKey key, UserInfo asked) {
        throw new UnsupportedOperationException("host keys stand in the partner's file");
    }

    @Override
    public void remove(String host, String type) {}

    @Override
    public void remove(String host, String type, byte[] key) {}

    @Override
    public String getKnownHostsRepositoryID() {
        return "the partner's file";
    }

    @Override
    public HostKey[] getHostKey() {
        return keys.toArray(HostKey[]::new);
    }

    /** `type`: any where it is null. */
    @Override
    public HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
        return keys.stream()
                .filter(key -> type == null || key.getType().equals(type))
                .toArray(HostKey[]::new);
    }
}
