package org.dianqiao.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * What one is told who is not signed in, or may not do what they ask for: the way to the login where there is a page,
 * and where there is nothing, that there is nothing.
 */
final class Stranger implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectProvider<RequestMappingHandlerMapping> pages;

    Stranger(ObjectProvider<RequestMappingHandlerMapping> pages) {
        this.pages = pages;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (!exists(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/login");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (isPage(request)) {
            response.sendRedirect("/login");
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        response.sendError(exists(request) ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = String.valueOf(request.getHeader("Accept"));
        return accept.contains(MediaType.TEXT_HTML_VALUE)
                || (!isActuator(request) && request.getMethod().equals("GET"));
    }

    private static boolean isActuator(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator");
    }

    private boolean exists(HttpServletRequest request) {
        if (isActuator(request)) {
            return true;
        }
        try {
            ServletRequestPathUtils.parseAndCache(request);
            return pages.getObject().getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException otherMethod) {
            return true;
        } catch (Exception unreadable) {
            return false;
        }
    }
}
