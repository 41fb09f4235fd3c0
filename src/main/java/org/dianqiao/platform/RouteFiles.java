package org.dianqiao.platform;

import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.springframework.stereotype.Component;

/** Route files are named after their service, dots and all; Camel takes all behind the first dot for the ending. */
@Component
class RouteFiles extends YamlRoutesBuilderLoader {

    @Override
    public boolean isSupportedExtension(String extension) {
        return extension.endsWith("camel.yaml");
    }
}
