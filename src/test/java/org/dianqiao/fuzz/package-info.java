/** What reads a stranger's bytes, shown bytes of every kind: it understands them or refuses them, and nothing else. */
@NullMarked
package org.dianqiao.fuzz;

import org.jspecify.annotations.NullMarked;
