package org.dianqiao.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;

/** The routes, read as Camel reads them when the gateway starts, and started nowhere. */
final class RouteFiles {

    private static final String ENDING = ".camel.yaml";

    /** Camel's story has the place in it, and a piece of the file; what is wrong stands in the first line, or in the last. */
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column \\d+");

    private static final Pattern PROBLEM = Pattern.compile("(?m)^(expected .*|found .*|mapping values .*)$");

    private RouteFiles() {}

    /** BadFiles with all that is wrong. */
    static Path require(Path routes) {
        try (Stream<Path> files = Files.walk(routes)) {
            RoutesLoader loader = PluginHelper.getRoutesLoader(new DefaultCamelContext(false));
            List<Fault> faults = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .flatMap(file -> fault(loader, file).stream())
                    .toList();
            if (!faults.isEmpty()) {
                throw new BadFiles(faults);
            }
            return routes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Fault> fault(RoutesLoader loader, Path file) {
        try {
            loader.loadRoutes(ResourceHelper.fromString("route" + ENDING, Files.readString(file)));
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(fault(file, e));
        }
    }

    private static Fault fault(Path file, Exception failure) {
        Throwable cause = Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .reduce(failure, (before, next) -> next);
        String story = String.valueOf(cause.getMessage());
        Matcher place = PLACE.matcher(story);
        Matcher problem = PROBLEM.matcher(story);
        return new Fault(
                file,
                place.find() ? Integer.parseInt(place.group(1)) : 0,
                problem.find() ? problem.group() : story.lines().findFirst().orElse("it cannot be read"));
    }
}
