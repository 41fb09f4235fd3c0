package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What was applied for. */
final class Orders {

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private long taken;

    Orders(Clock clock) {
        this.clock = clock;
    }

    /** The order if it is new; nothing if the same was taken before. */
    synchronized Optional<Order> take(ObjectNode application) {
        String number = application.path("preAppNo").asText();
        Order held = orders.get(number);
        if (held != null) {
            requireSame(held, application);
            return Optional.empty();
        }
        if (orders.size() == MOST) {
            throw new Denied(Denied.EXCEPTION, "系统异常：预申请已满");
        }
        Order order = new Order(application, ++taken, null, clock.instant());
        orders.put(number, order);
        return Optional.of(order);
    }

    synchronized Optional<Order> find(String number) {
        return Optional.ofNullable(orders.get(number));
    }

    synchronized Order move(String number, Step step) {
        return Objects.requireNonNull(
                orders.computeIfPresent(number, (same, order) -> order.moved(step, clock.instant())));
    }

    private static void requireSame(Order held, ObjectNode application) {
        if (!held.application().equals(application)) {
            throw new Denied(Denied.REPEATED, "预申请编号重复，内容不同");
        }
    }
}
