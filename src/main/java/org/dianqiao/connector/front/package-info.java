/** Front-end databases 前置库: approval platforms that put rows into tables, and take rows from them. */
@NullMarked
package org.dianqiao.connector.front;

import org.jspecify.annotations.NullMarked;
