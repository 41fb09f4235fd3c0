/** Folders where partners leave files, here or on servers of theirs. */
@NullMarked
package org.dianqiao.connector.folder;

import org.jspecify.annotations.NullMarked;
