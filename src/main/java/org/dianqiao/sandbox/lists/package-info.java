/** The simulator of an office that is not connected, and leaves lists on an SFTP server. */
@NullMarked
package org.dianqiao.sandbox.lists;

import org.jspecify.annotations.NullMarked;
