package org.dianqiao.web.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The answer to a page that shows everything already: 204, and htmx leaves it as it is. */
public final class NothingNew {

    public static final ModelAndView VIEW =
            new ModelAndView((model, request, response) -> response.setStatus(HttpStatus.NO_CONTENT.value()));

    private NothingNew() {}
}
