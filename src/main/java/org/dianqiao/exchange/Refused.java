package org.dianqiao.exchange;

import java.util.ArrayList;
import java.util.List;
import org.dianqiao.exchange.Contracts.Violation;
import org.jspecify.annotations.Nullable;

/** The sender's fault, said so that they can mend it. It carries no stack: it is an answer, not an accident. */
public final class Refused extends RuntimeException {

    private static final int MOST_ERRORS = 200;

    private final Code code;
    private final String detail;
    private final List<Violation> errors;
    private final int retryAfterSeconds;
    private final transient @Nullable Trace trace;

    /** What an answer leaves behind besides its ledger entry, in the same transaction. */
    public interface Trace {
        void leave(String entry);
    }

    private Refused(Code code, String detail, List<Violation> errors, int retryAfterSeconds, @Nullable Trace trace) {
        super(code.word(), null, false, false);
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfterSeconds = retryAfterSeconds;
        this.trace = trace;
    }

    private Refused(Code code, String detail, List<Violation> errors, int retryAfterSeconds) {
        this(code, detail, errors, retryAfterSeconds, null);
    }

    /** `detail` is Chinese and says what to do. */
    public Refused(Code code, String detail) {
        this(code, detail, List.of(), 0);
    }

    public static Refused later(Code code, String detail, int seconds) {
        return new Refused(code, detail, List.of(), seconds);
    }

    /** More than any honest payload has are not told one by one: the answer stays small. */
    public static Refused violating(List<Violation> errors) {
        List<Violation> told = new ArrayList<>(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        if (errors.size() > MOST_ERRORS) {
            told.add(new Violation("", "此外还有 " + (errors.size() - MOST_ERRORS) + " 处，未逐一列出"));
        }
        return new Refused(Code.CONTRACT_VIOLATED, "报文内容不符合本服务的约定，请按 errors 中所列各处修改后重发。", told, 0);
    }

    public static Refused violating(String pointer, String message) {
        return violating(List.of(new Violation(pointer, message)));
    }

    /** Of what was done because of the message nothing stays but this. */
    public Refused leaving(Trace left) {
        return new Refused(code, detail, errors, retryAfterSeconds, left);
    }

    @Nullable
    Trace trace() {
        return trace;
    }

    public Code code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<Violation> errors() {
        return errors;
    }

    /** 0: nothing is gained by waiting. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
