package org.dianqiao.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.threads.Daemons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Has deliveries tried, each on a thread of its own: those that are due in the queue, and those that are just being put
 * down and need not wait there ({@link Departure}).
 *
 * <p>The danger is the partner who neither answers nor refuses: he must cost the others nothing. So each partner has a
 * number of places, claimed for nobody else ({@link Lanes}); threads are made as they are needed; and who fails again
 * and again gets one place at growing distances ({@link Breakers}).
 *
 * <p>It sleeps on a {@link Bell} that is rung after a commit that put something into the queue, here or, through the
 * database, on another node, and when somebody gets room for what stands there; looking once a second besides finds what waits
 * for its time.
 */
@Component
public class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Leases leases;
    private final DeliveryParts parts;
    private final Lanes lanes;
    private final Attempts attempts;
    private final Bell bell;
    private final Neighbours neighbours;
    private ExecutorService workers = Executors.newCachedThreadPool();
    private volatile boolean running;
    private Thread loop = new Thread();

    Dispatcher(Leases leases, DeliveryParts parts, Lanes lanes, Attempts attempts, Bell bell, Neighbours neighbours) {
        this.leases = leases;
        this.parts = parts;
        this.lanes = lanes;
        this.attempts = attempts;
        this.bell = bell;
        this.neighbours = neighbours;
    }

    /** Once the routes have started. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        AtomicInteger number = new AtomicInteger();
        workers = Executors.newCachedThreadPool(task -> Daemons.of("deliver-" + number.incrementAndGet(), task));
        running = true;
        loop = Daemons.of("dispatch", this::run);
        loop.start();
    }

    private void run() {
        while (running) {
            try {
                leases.keep();
                if (round() == 0 && bell.await(LOOK)) {
                    neighbours.tell();
                }
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException | SQLException e) {
                leases.doubt();
                log.warn("Deliveries wait for the database: {}", e.getMessage());
                pause();
            } catch (RuntimeException | Error e) {
                leases.doubt();
                log.error("A round of deliveries failed, the next is tried", e);
                pause();
            }
        }
    }

    /** Claims once for everybody who has room. */
    private int round() {
        Map<String, Integer> room = new HashMap<>();
        for (String partner : leases.awaited()) {
            int allowed = lanes.room(partner);
            if (allowed > 0) {
                room.put(partner, allowed);
            }
        }
        if (room.isEmpty()) {
            return 0;
        }
        List<Delivery> claimed = leases.claim(room);
        for (Consignment consignment : parts.with(claimed)) {
            leases.hold(consignment.delivery());
            lanes.enter(consignment.delivery().partner());
            begin(consignment);
        }
        return claimed.size();
    }

    /** A place for what is about to be put down; false: it has to wait in the queue. */
    boolean keepPlace(String partner) {
        return running && lanes.enterAtOnce(partner);
    }

    void giveUpPlace(String partner) {
        lanes.leave(partner);
        look(partner);
    }

    Lease lease() {
        return leases.lease();
    }

    void hold(Delivery delivery) {
        leases.hold(delivery);
    }

    /** `inDoubt`: its row may still be under our lease. */
    void letGo(Delivery delivery, boolean inDoubt) {
        leases.letGo(delivery);
        if (inDoubt) {
            leases.doubt();
        }
    }

    /** What is held and has its place is tried. Where there is no thread for it, it goes back to the queue. */
    void begin(Consignment consignment) {
        Delivery delivery = consignment.delivery();
        try {
            workers.execute(() -> attempt(consignment));
        } catch (RuntimeException | Error noThread) {
            log.error("{} {}: no thread to try it", delivery.partner(), delivery.messageId(), noThread);
            end(delivery, true);
        }
    }

    /** There is something new for a partner in the queue, or room for them. Without room, whoever next makes some looks. */
    void look(String partner) {
        if (lanes.room(partner) > 0) {
            bell.ring();
        }
    }

    private void attempt(Consignment consignment) {
        Delivery delivery = consignment.delivery();
        boolean inDoubt = false;
        try {
            attempts.make(consignment);
        } catch (DataAccessResourceFailureException | TransactionException e) {
            log.warn("{} {}: not settled, {}", delivery.partner(), delivery.messageId(), e.getMessage());
            inDoubt = true;
        } catch (RuntimeException | Error e) {
            log.error(
                    "{} {}: not settled, it is tried again when its lease is over",
                    delivery.partner(),
                    delivery.messageId(),
                    e);
        } finally {
            end(delivery, inDoubt);
            look(delivery.partner());
        }
    }

    private void end(Delivery delivery, boolean inDoubt) {
        lanes.leave(delivery.partner());
        letGo(delivery, inDoubt);
    }

    private void pause() {
        try {
            bell.await(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is under way may end; what is not begun is another start's. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        running = false;
        loop.interrupt();
        try {
            loop.join(LOOK.toMillis());
            workers.shutdown();
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
