/**
 * The operator's files: what is wrong in them and where, taking them up again when they change, and
 * replacing one whole.
 */
@NullMarked
package org.dianqiao.files;

import org.jspecify.annotations.NullMarked;
