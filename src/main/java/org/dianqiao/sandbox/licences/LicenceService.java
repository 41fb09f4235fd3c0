package org.dianqiao.sandbox.licences;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.dianqiao.sandbox.outside.Door;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Secrets;
import org.dianqiao.sandbox.outside.Simulator;

/**
 * A province's licence service. Its operations fail as operations do, in words and numbers; it is the files that never
 * end, lead elsewhere or come and are not acknowledged.
 */
public final class LicenceService implements Simulator {

    private static final Set<Fault> OF_OPERATIONS =
            EnumSet.of(Fault.SLOW, Fault.TEXT_ERRORS, Fault.GBK, Fault.LEADING_ZEROS);
    private static final Set<Fault> OF_FILES = EnumSet.of(
            Fault.SLOW,
            Fault.TEXT_ERRORS,
            Fault.TIME_OUT_AFTER_SUCCESS,
            Fault.ENDLESS,
            Fault.HUGE,
            Fault.REDIRECT_METADATA,
            Fault.REDIRECT_FILE);

    private final Door door;
    private final Accounts accounts;
    private final Register register;

    private LicenceService(Door door, Accounts accounts, Register register) {
        this.door = door;
        this.accounts = accounts;
        this.register = register;
    }

    public static Set<Fault> faults() {
        Set<Fault> all = EnumSet.of(
                Fault.SINGLE_USE,
                Fault.WRONG_CHECK,
                Fault.SWAPPED,
                Fault.TAMPERED,
                Fault.USED_LINKS,
                Fault.LINKS_ELSEWHERE);
        all.addAll(OF_OPERATIONS);
        all.addAll(OF_FILES);
        return all;
    }

    /** The caller's key is for those accounts whose answers are encrypted. */
    public static LicenceService open(Scene scene, SealKey seal, ECPublicKeyParameters callersKey) throws IOException {
        Accounts accounts = Accounts.of(new Secrets(scene.folder()).of("access-token"), callersKey);
        Register register = new Register(scene.faults(), scene.clock());
        Door door = Door.at(scene.address(), scene.faults());
        Links links = new Links(door.address(), scene.faults(), new LicenceFile(seal, scene.faults()), scene.clock());
        Operations operations = new Operations(register, accounts, links);
        door.answer(Links.PATH, OF_FILES, links::download)
                .answer("/", OF_OPERATIONS, operations::answer)
                .start();
        return new LicenceService(door, accounts, register);
    }

    @Override
    public URI address() {
        return door.address();
    }

    @Override
    public List<String> introduction() {
        List<String> lines = new ArrayList<>();
        lines.add("POST " + address() + "/CertShare/{operation}");
        for (Account account : accounts.all()) {
            lines.add("accessId " + account.id() + " accessToken " + account.token() + " 加密 encrypted: "
                    + account.secrecy());
        }
        for (Licence licence : register.all()) {
            lines.add(String.join(
                    " ",
                    register.standing(licence).zh(),
                    licence.kind().zh(),
                    licence.number(),
                    licence.holder().name(),
                    licence.holder().code(),
                    licence.identifier(),
                    "qrcode " + Register.qrCode(licence)));
        }
        lines.add("trxId " + Register.transaction() + " 李卫东 41010519900307123X");
        return lines;
    }

    @Override
    public void close() {
        door.close();
    }
}
