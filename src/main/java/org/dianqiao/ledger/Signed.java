package org.dianqiao.ledger;

/** A manifest and the signature over it, both as the bytes that crossed the wire. */
public record Signed(byte[] manifest, byte[] signature) {}
