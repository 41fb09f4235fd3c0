package org.dianqiao.partner;

import java.util.List;

/**
 * With what we enter a partner's SFTP server, and by what we know that it is theirs.
 *
 * @param password empty where a key is used
 * @param key a private key; empty where a password is used
 * @param hostKeys the server's, as `ssh-keyscan` writes them without the name: `ssh-ed25519 AAAA...`; of several any
 */
public record Login(String account, Secret password, Secret key, List<String> hostKeys) {}
