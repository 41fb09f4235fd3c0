package org.dianqiao.certificate;

/**
 * A certificate as it was issued. Its files are not kept here: they travel with the message that tells the result.
 *
 * @param verify where everybody can ask whether it is genuine
 */
public record Issued(String identifier, byte[] pdf, byte[] ofd, String verify) {}
