/** Identifiers of projects, people, enterprises, licences, property and places, and how each is checked. */
@NullMarked
package org.dianqiao.codes;

import org.jspecify.annotations.NullMarked;
