package org.dianqiao.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that holds a database, so that it can be killed. */
record GatewayOfItsOwn(Process process) {

    /** Returns when its database is ready. */
    static GatewayOfItsOwn on(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayOfItsOwn.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader words = process.inputReader();
        for (String line = words.readLine(); !"ready".equals(line); line = words.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the other gateway ended before its database was ready");
            }
        }
        return new GatewayOfItsOwn(process);
    }

    public static void main(String[] folder) throws IOException {
        EmbeddedDatabase.start(Path.of(folder[0]));
        System.out.println("\nready");
        System.in.read();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }
}
