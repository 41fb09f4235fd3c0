package org.dianqiao.doctor;

import static org.dianqiao.doctor.Finding.bad;
import static org.dianqiao.doctor.Finding.good;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dianqiao.connector.folder.Folder;
import org.dianqiao.connector.folder.Folders;
import org.dianqiao.connector.folder.Trouble;
import org.dianqiao.doctor.Finding.About;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;

/** Whether we get into the folder where a partner leaves its lists, and what we may do there. Nothing is left behind. */
final class Entrance {

    private final Endpoint endpoint;
    private final List<Finding> findings = new ArrayList<>();

    private Entrance(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    static List<Finding> of(Home home, Endpoint endpoint, Clock clock) {
        Entrance entrance = new Entrance(endpoint);
        if (endpoint.transport() == Transport.SFTP) {
            entrance.findings.addAll(Reach.of(endpoint, clock));
        }
        if (entrance.findings.stream().noneMatch(Finding::isBad)) {
            entrance.enter(new Folders(home.settings().root()));
        }
        return entrance.findings;
    }

    private void enter(Folders folders) {
        try (Folder folder = folders.open(endpoint)) {
            entered();
            int files = folder.look().size();
            findings.add(good(
                    About.FOLDER,
                    "目录 " + endpoint.url().getSchemeSpecificPart() + " 可以读取，现有 " + files + " 个文件",
                    "it can be read, and holds " + files + " files"));
            rights(folder);
        } catch (Trouble trouble) {
            findings.add(of(trouble));
        } catch (IOException e) {
            findings.add(bad(About.FOLDER, "目录不能使用（" + e.getMessage() + "）", "it cannot be used: " + e.getMessage()));
        }
    }

    private void entered() {
        if (endpoint.transport() == Transport.SFTP) {
            String account = Objects.requireNonNull(endpoint.login()).account();
            findings.add(good(About.HOST_KEY, "与登记的一致", "it is one of those in `hostKeys`"));
            findings.add(good(About.LOGIN, "以 " + account + " 登录成功", "we get in as " + account));
        }
    }

    private void rights(Folder folder) {
        try {
            folder.tryRights();
            findings.add(good(About.RIGHTS, "可以写入和删除文件", "files can be written and taken away"));
        } catch (IOException e) {
            findings.add(bad(
                    About.RIGHTS,
                    "不能写入文件，清单收不走，结果也放不下：请对方授予写权限",
                    "no file can be written, so no list can be answered: " + e.getMessage()));
        }
    }

    private static Finding of(Trouble trouble) {
        String en = String.valueOf(trouble.getMessage());
        return switch (trouble.kind()) {
            case LINE -> bad(About.PORT, "连接后没有 SFTP 应答，请核对对方服务是否是 SFTP", en);
            case HOST_KEY -> bad(About.HOST_KEY, "与登记的不一致：对方换了密钥，或这是另一台服务器；核实后再改 hostKeys", en);
            case LOGIN -> bad(About.LOGIN, "对方不接受登记的账号和口令（密钥）", en);
            case ABSENT -> bad(About.FOLDER, "对方服务器上没有这个目录", en);
            case RIGHTS -> bad(About.RIGHTS, "对方不允许读取这个目录", en);
        };
    }
}
