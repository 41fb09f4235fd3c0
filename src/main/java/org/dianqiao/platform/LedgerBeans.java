package org.dianqiao.platform;

import java.nio.file.Path;
import java.time.Clock;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.HeadWatch;
import org.dianqiao.ledger.LedgerTree;
import org.dianqiao.ledger.PatrolStore;
import org.dianqiao.ledger.PatrolWatch;
import org.dianqiao.ledger.Rereading;
import org.dianqiao.ledger.TreeStore;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Trust;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ledger keeps outside the database. */
@Configuration(proxyBeanMethods = false)
class LedgerBeans {

    @Bean
    HeadWatch headWatch(FolderLock data, TreeStore store, LedgerTree tree, SigningKey key, Watched<Trust> trust) {
        return new HeadWatch(folder(data).resolve("head.json"), store, tree, key, trust);
    }

    @Bean
    PatrolWatch patrolWatch(FolderLock data, PatrolStore store, Rereading rereading, LedgerTree tree, Clock clock) {
        return new PatrolWatch(folder(data), store, rereading, tree, clock);
    }

    private static Path folder(FolderLock data) {
        return data.folder().resolve("ledger");
    }
}
