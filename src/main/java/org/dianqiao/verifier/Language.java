package org.dianqiao.verifier;

import java.util.Map;

/** In which language a report speaks; in both unless one is asked for. */
enum Language {
    BOTH,
    ZH,
    EN;

    private static final Map<String, Language> WORDS = Map.of("zh", ZH, "en", EN);

    static Language of(String word) {
        Language language = WORDS.get(word);
        if (language == null) {
            throw new CannotRun("--lang: zh, en");
        }
        return language;
    }

    String of(Wording wording) {
        return switch (this) {
            case ZH -> wording.zh();
            case EN -> wording.en();
            case BOTH -> wording.zh() + " / " + wording.en();
        };
    }
}
