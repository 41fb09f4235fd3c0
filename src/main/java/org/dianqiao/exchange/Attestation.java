package org.dianqiao.exchange;

/**
 * That the gateway wrote down what a partner said, where nothing that the partner signed covers the words.
 *
 * @param of the partner who said it
 * @param means how the gateway knew who spoke: `x-tif`, `bearer`, `database`
 */
public record Attestation(String of, String means) {}
