/** The operator's files: what is wrong in them and where, and taking them up again when they change. */
@NullMarked
package org.dianqiao.files;

import org.jspecify.annotations.NullMarked;
