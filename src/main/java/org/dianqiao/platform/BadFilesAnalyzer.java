package org.dianqiao.platform;

import org.dianqiao.files.BadFiles;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start that ends because of files says which, where and why, and nothing else. */
class BadFilesAnalyzer extends AbstractFailureAnalyzer<BadFiles> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadFiles cause) {
        return new FailureAnalysis(cause.getMessage(), "Mend the files named above and start again.", cause);
    }
}
