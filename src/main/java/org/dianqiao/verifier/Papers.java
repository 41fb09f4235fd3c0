package org.dianqiao.verifier;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A bundle's files as they were read; what is missing or malformed is a finding, and absent here. */
record Papers(
        Optional<Entry> entry,
        Optional<Statement> message,
        Optional<Statement> answer,
        Optional<Statement> origin,
        Optional<Inclusion> inclusion,
        Optional<Head> head,
        Optional<byte[]> stamp) {

    static Papers of(Bundle bundle, Findings findings) {
        Reader reader = new Reader(bundle, findings);
        reader.required(Layout.MIMETYPE);
        reader.required(Layout.ENTRY);
        reader.required(Layout.INCLUSION);
        reader.required(Layout.HEAD);
        Optional<Entry> entry = reader.read(Layout.ENTRY, Entry::of);
        Optional<Head> head = reader.read(Layout.HEAD, json -> Head.of(Fields.of(json, Json.FLAT)));
        return new Papers(
                entry,
                Statement.of(Statement.MESSAGE, reader),
                reader.statementIfAny(
                        Statement.ANSWER, entry.filter(Entry::answered).isPresent()),
                reader.statementIfAny(Statement.ORIGIN, false),
                reader.read(Layout.INCLUSION, Inclusion::of),
                head,
                reader.stamp(head));
    }

    record Reader(Bundle bundle, Findings findings) {

        Optional<byte[]> required(String name) {
            if (bundle.file(name) == null) {
                findings.add(Flaw.MISSING, name);
            }
            return Optional.ofNullable(bundle.file(name));
        }

        <T> Optional<T> read(String name, Function<byte[], T> reading) {
            return read(name, Flaw.MALFORMED, reading);
        }

        Optional<SignedData> signature(String name) {
            return read(name, Flaw.NOT_SIGNED_DATA, SignedData::of);
        }

        private <T> Optional<T> read(String name, Flaw flaw, Function<byte[], T> reading) {
            try {
                return Optional.ofNullable(bundle.file(name)).map(reading);
            } catch (Malformed e) {
                findings.add(flaw, name, e.why());
                return Optional.empty();
            }
        }

        private Optional<Statement> statementIfAny(String folder, boolean wanted) {
            boolean any = wanted || !bundle.filesIn(folder + "/").isEmpty();
            return any ? Statement.of(folder, this) : Optional.empty();
        }

        /** It may stand in the head as well, and then it is the same. */
        private Optional<byte[]> stamp(Optional<Head> head) {
            Optional<byte[]> inHead = head.flatMap(Head::stamp);
            Optional<byte[]> inFile = Optional.ofNullable(bundle.file(Layout.STAMP));
            boolean differ = inHead.isPresent() && inFile.isPresent() && !Arrays.equals(inHead.get(), inFile.get());
            if (differ) {
                findings.add(
                        Flaw.BAD_STAMP,
                        new Wording("head.tst 与 head.json 所载不同", "head.tst is not the one in head.json"));
            }
            return inFile.or(() -> inHead);
        }
    }
}
