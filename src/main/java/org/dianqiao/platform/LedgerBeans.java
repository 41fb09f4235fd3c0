package org.dianqiao.platform;

import org.dianqiao.files.Watched;
import org.dianqiao.ledger.HeadWatch;
import org.dianqiao.ledger.LedgerTree;
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
        return new HeadWatch(data.folder().resolve("ledger").resolve("head.json"), store, tree, key, trust);
    }
}
