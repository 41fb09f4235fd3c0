/** An approval platform that exchanges rows: its front-end database 前置库, and what it puts there. */
@NullMarked
package org.dianqiao.sandbox.approval;

import org.jspecify.annotations.NullMarked;
