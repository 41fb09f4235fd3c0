package org.dianqiao.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the archives of src/test/resources/verifier anew, with new keys: its README says what each shows. */
final class StoredBundles {

    private StoredBundles() {}

    public static void main(String... folder) throws IOException {
        Path target = Files.createDirectories(Path.of(folder[0]));
        Files.writeString(target.resolve("root.pem"), Story.ROOT.certificate().pem());
        BundleDraft full = BundleDraft.accepted().sealed();
        Files.writeString(target.resolve("held.json"), full.held(4));
        for (Map.Entry<String, byte[]> archive : archives(full).entrySet()) {
            Files.write(target.resolve(archive.getKey()), archive.getValue());
        }
    }

    private static Map<String, byte[]> archives(BundleDraft full) {
        Map<String, byte[]> archives = new LinkedHashMap<>();
        archives.put("accepted.zip", full.zip());
        archives.put("delivered.zip", BundleDraft.delivered().sealed().zip());
        archives.put("asked.zip", BundleDraft.asked().sealed().zip());
        archives.put(
                "refused.zip", BundleDraft.refused("contract-violated").sealed().zip());
        archives.put(
                "unstamped.zip",
                BundleDraft.accepted().sealed().drop(Layout.STAMP).zip());
        archives.put(
                "several.zip",
                ZipDraft.empty().add(Story.ENTRY_ID + ".zip", full.zip(), false).bytes());
        BundleDraft erased = BundleDraft.accepted().sealed();
        erased.files.keySet().removeIf(name -> name.startsWith(Layout.PARTS) || name.equals(Layout.BODY));
        archives.put("erased.zip", erased.zip());
        archives.put(
                "changed-part.zip",
                BundleDraft.accepted()
                        .sealed()
                        .put(Layout.PARTS + "payload", "{}")
                        .zip());
        BundleDraft twoSigners = BundleDraft.accepted().sealed();
        twoSigners.put("message/signature.p7s", Rewritten.signers(twoSigners.file("message/signature.p7s"), 2));
        archives.put("two-signers.zip", twoSigners.zip());
        archives.put(
                "climbing-name.zip",
                ZipDraft.of(full.files).add("../../evil", new byte[1], false).bytes());
        ZipDraft twoArchives = ZipDraft.of(full.files);
        twoArchives.item(Layout.ENTRY).nameInDirectory = "ledger/other.txt";
        archives.put("two-archives.zip", twoArchives.bytes());
        archives.put(
                "bomb.zip",
                ZipDraft.of(full.files)
                        .add(Layout.PARTS + "bomb", new byte[100 << 20], true)
                        .bytes());
        return archives;
    }
}
