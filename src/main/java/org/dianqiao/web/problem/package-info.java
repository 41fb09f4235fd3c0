/** How the application says that something went wrong: a page for people, problem+json for programs, no detail of ours. */
@NullMarked
package org.dianqiao.web.problem;

import org.jspecify.annotations.NullMarked;
