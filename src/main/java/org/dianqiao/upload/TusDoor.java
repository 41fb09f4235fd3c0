package org.dianqiao.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.dianqiao.exchange.Answer;
import org.dianqiao.exchange.Arrival.Held;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Places;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.TurnedAway;
import org.dianqiao.exchange.TurnedAway.Door;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Where large parts come in: the core protocol of tus 1.0.0. Who knows an upload's address is who may send to it;
 * nothing can be read here.
 */
public final class TusDoor extends HttpFilter {

    private static final Logger log = LoggerFactory.getLogger(TusDoor.class);
    private static final String PATH = "/exchange/v1/uploads/";
    private static final String VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";
    private static final String METHODS = "HEAD, PATCH, OPTIONS";

    private static final int AT_ONCE = 8;

    private final transient Uploads uploads;
    private final transient TurnedAway turnedAway;
    private final transient Places places = new Places(AT_ONCE);

    public TusDoor(Uploads uploads, TurnedAway turnedAway) {
        this.uploads = uploads;
        this.turnedAway = turnedAway;
    }

    static String address(URI base, String token) {
        return base.toString().replaceFirst("/+$", "") + PATH + token;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain others)
            throws IOException {
        response.setHeader("Tus-Resumable", VERSION);
        try {
            answer(request, response);
        } catch (Refused refused) {
            turnedAway.count(Door.UPLOADS, TurnedAway.UNKNOWN, refused.code());
            Answer.unsigned(refused).to(response);
        } catch (DataAccessException | TransactionException e) {
            log.warn("An upload waits for the database: {}", e.getMessage());
            unavailable().to(response);
        } catch (RuntimeException e) {
            log.error("An upload failed on our side", e);
            unavailable().to(response);
        }
    }

    private static Answer unavailable() {
        return Answer.unsigned(Refused.later(Code.UNAVAILABLE, "网关暂时无法持久保存，请稍后用 HEAD 查询进度后继续。", 5));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (method(request)) {
            case "OPTIONS" -> options(response);
            case "HEAD" -> head(request, response);
            case "PATCH" -> patch(request, response);
            default -> {
                response.setHeader("Allow", METHODS);
                throw new Refused(Code.WRONG_METHOD, "此路径应使用 " + METHODS + "。");
            }
        }
    }

    /** Some clients cannot say PATCH. */
    private static String method(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-HTTP-Method-Override"))
                .orElse(request.getMethod())
                .toUpperCase(Locale.ROOT);
    }

    private static void options(HttpServletResponse response) {
        response.setHeader("Tus-Version", VERSION);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void head(HttpServletRequest request, HttpServletResponse response) {
        requireVersion(request, response);
        Upload upload = uploads.ask(token(request));
        response.setHeader(OFFSET, Long.toString(upload.received()));
        response.setHeader("Upload-Length", Long.toString(upload.length()));
        response.setHeader("Cache-Control", "no-store");
    }

    private void patch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        requireVersion(request, response);
        Upload upload = uploads.find(token(request));
        requireType(request);
        requireOffset(request, upload);
        if (request.getContentLengthLong() > upload.left()) {
            throw new Refused(Code.TOO_LARGE, "内容超过公告的长度，还差 " + upload.left() + " 字节。");
        }
        Held place = place(upload);
        try {
            take(upload, new Intake(request.getInputStream(), System::nanoTime), response);
        } finally {
            place.close();
        }
    }

    private Held place(Upload upload) {
        return places.take(upload.sender()).orElseThrow(() -> Refused.later(Code.THROTTLED, "同时进行的上传过多，请在 1 秒后重试。", 1));
    }

    private void take(Upload upload, Intake intake, HttpServletResponse response) {
        Upload now = uploads.take(upload, intake);
        response.setHeader(OFFSET, Long.toString(now.received()));
        if (now.left() == 0 && intake.hasMore()) {
            throw new Refused(Code.TOO_LARGE, "内容超过公告的长度；公告的字节已全部收到，多出的部分未保存。");
        }
        if (intake.isBroken()) {
            throw new Refused(Code.MALFORMED, "正文没有传完整，或传得太慢；已收到的部分有效，请用 HEAD 查询进度后继续。");
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static void requireVersion(HttpServletRequest request, HttpServletResponse response) {
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            response.setHeader("Tus-Version", VERSION);
            throw new Refused(Code.WRONG_VERSION, "请求头 Tus-Resumable 应为 " + VERSION + "。");
        }
    }

    private static void requireType(HttpServletRequest request) {
        String type =
                String.valueOf(request.getContentType()).replaceFirst(";.*", "").strip();
        if (!type.equalsIgnoreCase("application/offset+octet-stream")) {
            throw new Refused(Code.WRONG_TYPE, "Content-Type 应为 application/offset+octet-stream。");
        }
    }

    private static void requireOffset(HttpServletRequest request, Upload upload) {
        String offset = String.valueOf(request.getHeader(OFFSET));
        if (!offset.matches("\\d{1,18}")) {
            throw new Refused(Code.MALFORMED, "请求头 Upload-Offset 应为十进制的字节数。");
        }
        if (Long.parseLong(offset) != upload.received()) {
            throw new Refused(Code.WRONG_OFFSET, "Upload-Offset 与已收到的字节数不一致，请用 HEAD 查询进度后继续。");
        }
    }

    private static String token(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(PATH) ? path.substring(PATH.length()) : "";
    }
}
