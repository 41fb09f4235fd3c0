package org.dianqiao.policy;

/**
 * A clause that no decision is drawn from.
 *
 * @param measured whether another part of the gateway measures or does it; otherwise it is not for a machine
 * @param why where it is measured, or why no machine can
 */
public record Elsewhere(String id, boolean measured, Citation citation, Wording why) {}
