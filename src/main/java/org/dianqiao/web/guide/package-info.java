/** What the policy packs say, for people: service guides for everybody, the rules and their versions for operators. */
@NullMarked
package org.dianqiao.web.guide;

import org.jspecify.annotations.NullMarked;
