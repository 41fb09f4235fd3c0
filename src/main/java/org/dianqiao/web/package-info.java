/** What all pages share: languages, static files, the layout's frame. */
@NullMarked
package org.dianqiao.web;

import org.jspecify.annotations.NullMarked;
