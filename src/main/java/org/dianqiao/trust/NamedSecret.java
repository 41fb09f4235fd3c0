package org.dianqiao.trust;

/** A secret key with its name in a key store file. */
public record NamedSecret(String name, byte[] key) {}
