/** Policy packs: what the texts of a nation, a province, a city say, as data; and the decisions drawn from them. */
@NullMarked
package org.dianqiao.policy;

import org.jspecify.annotations.NullMarked;
