// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final TokenKey KEY = key("a");

    private final Tokens tokens = tokens(NOW, KEY);

    @Test
    void aTokenNamesItsUser() {
        assertThat(tokens.userOf(tokens.issue(42))).contains(42L);
    }

    @Test
    void aTokenExpires() {
        String token = tokens.issue(42);

        assertThat(tokens(NOW.plus(HOUR).minusSeconds(1), KEY).userOf(token)).isPresent();
        assertThat(tokens(NOW.plus(HOUR), KEY).userOf(token)).isEmpty();
    }

    @Test
    void aTokenOfThePreviousKeyIsAccepted() {
        String token = tokens.issue(42);

        assertThat(tokens(NOW, key("b"), KEY).userOf(token)).contains(42L);
        assertThat(tokens(NOW, key("b")).userOf(token)).isEmpty();
    }

    @Test
    void aTokenSignedWithAnotherSecretUnderOurKeysNameIsRefused() throws JOSEException {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.id()).build(), claims("athanor", HOUR));
        forged.sign(new MACSigner(key("forger").secret()));

        assertThat(tokens.userOf(forged.serialize())).isEmpty();
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws JOSEException {
        SignedJWT other = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.id()).build(), claims("other", HOUR));
        other.sign(new MACSigner(KEY.secret()));

        assertThat(tokens.userOf(other.serialize())).isEmpty();
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        assertThat(tokens.userOf(new PlainJWT(claims("athanor", HOUR)).serialize()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "e30.e30.", "....."})
    void whatIsNoTokenIsRefused(String text) {
        assertThat(tokens.userOf(text)).isEmpty();
    }

    @Test
    void aShortKeyIsRefusedWithoutRepeatingIt() {
        String weak = Base64.getEncoder().encodeToString("short".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> TokenKey.of("ATHANOR_JWT_KEY", weak))
                .hasMessageContainingAll("ATHANOR_JWT_KEY", "5 bytes", "openssl rand")
                .message()
                .doesNotContain(weak);
        assertThatThrownBy(() -> TokenKey.of("ATHANOR_JWT_KEY", "not base64!")).hasMessageContaining("not Base64");
    }

    private static Tokens tokens(Instant now, TokenKey... keys) {
        return new Tokens(List.of(keys), HOUR, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static JWTClaimsSet claims(String issuer, Duration lifetime) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("42")
                .expirationTime(Date.from(NOW.plus(lifetime)))
                .build();
    }

    private static TokenKey key(String seed) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) seed.hashCode());
        return TokenKey.of("key", Base64.getEncoder().encodeToString(secret));
    }
}
