package org.dianqiao.web.cases;

import java.util.List;
import java.util.Objects;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Everything about one case 案卷.
 *
 * @param tasks the departments', side by side
 * @param periods the other deadlines: the whole process, the utility's part, stages
 * @param timeline the newest first
 * @param application on which it hangs
 * @param parts what hangs on it
 * @param certificate the number of the certificate that was issued
 * @param personal whether there is anything in it that masking hides
 * @param open whether personal data stands in it unmasked
 */
public record Folder(
        Casefile file,
        Standing standing,
        List<Labelled> particulars,
        List<TaskCard> tasks,
        List<Countdown> periods,
        @Nullable Ruling ruling,
        List<Happening> timeline,
        List<Finding> findings,
        @Nullable Standing application,
        List<Standing> parts,
        @Nullable String certificate,
        boolean personal,
        boolean open) {

    public Badge badge() {
        return Badge.of(file.state(), file.open());
    }

    /** A result that gives no leave has revoked what was certified before. */
    public boolean certificateIsRevoked() {
        return certificate != null && badge() == Badge.REFUSED;
    }

    /** Whether anything has changed can be told from this. */
    public String shown() {
        return Integer.toHexString(Objects.hash(
                standing, tasks, periods, timeline, findings, parts, certificate, LocaleContextHolder.getLocale()));
    }
}
