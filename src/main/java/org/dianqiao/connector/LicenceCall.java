package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;

/** One call to a licence service 电子证照共享服务 (GB/T 36906). One question of ours may need several. */
public record LicenceCall(String operation, JsonNode data) {}
