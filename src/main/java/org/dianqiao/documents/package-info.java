/** Documents 收资: what a utility may ask of a customer, what is obtained online instead, and what it may not ask. */
@NullMarked
package org.dianqiao.documents;

import org.jspecify.annotations.NullMarked;
