package org.dianqiao.verifier;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report for people: the verdict first, then what it rests on, then every finding and remark. */
final class TextReport implements Report {

    private final PrintStream out;
    private final Language language;

    TextReport(PrintStream out, Language language) {
        this.out = out;
        this.language = language;
    }

    @Override
    public void tell(Opinion opinion) {
        out.println(opinion.verdict().word() + "  " + Wording.harmless(opinion.name()));
        line("结论", "verdict", language.of(opinion.verdict().wording()));
        opinion.entry().ifPresent(this::tell);
        if (opinion.entry().isPresent()) {
            line("部件", "parts", opinion.there() + " / " + opinion.parts());
        }
        opinion.signers().forEach(this::tell);
        opinion.head().ifPresent(head -> place(head, opinion.place()));
        opinion.head().ifPresent(head -> time(head, opinion.stamped()));
        opinion.findings()
                .forEach(note -> line("发现", "finding", "[" + note.code() + "] " + language.of(note.wording())));
        opinion.remarks().forEach(note -> line("说明", "remark", "[" + note.code() + "] " + language.of(note.wording())));
        out.println();
    }

    @Override
    public void end(Map<Verdict, Long> tally) {
        if (tally.values().stream().mapToLong(Long::longValue).sum() > 1) {
            String counts = tally.entrySet().stream()
                    .map(entry -> entry.getKey().word() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            line("合计", "in all", counts);
        }
        out.flush();
    }

    private void tell(Entry entry) {
        line("存证", "entry", entry.id() + "  " + entry.at());
        line(
                "报文",
                "message",
                String.join(" ", entry.direction(), entry.partner(), entry.service(), entry.kind(), entry.messageId()));
        line("结果", "outcome", entry.outcome());
    }

    private void tell(Signer signer) {
        line(
                "签名",
                "signed",
                signer.what() + ": " + signer.certificate() + " <- "
                        + signer.anchor().name());
    }

    private void place(Head head, Optional<Inclusion> place) {
        place.ifPresent(inclusion -> line("叶（自 0 起）", "leaf, from 0", inclusion.index() + " / " + inclusion.size()));
        line("树头", "head", head.size() + " " + head.root());
    }

    /** Whose word the time is. */
    private void time(Head head, Optional<Instant> stamped) {
        line("时间", "time", language.of(new Wording("网关签名：%s", "by the gateway's signature: %s").with(head.time())));
        stamped.ifPresent(at -> line(
                "时间",
                "time",
                language.of(new Wording("时间戳机构证明不晚于：%s", "by an authority, not later than: %s").with(at))));
    }

    private void line(String zh, String en, String text) {
        String label =
                switch (language) {
                    case ZH -> zh;
                    case EN -> en;
                    case BOTH -> zh + " " + en;
                };
        out.println("  " + label + ": " + text);
    }
}
