// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Signed tokens (JWT, HS256) that name a user until they expire. The first key signs; a token signed with any of the
 * keys is accepted, so that a key can be replaced without logging everybody out. Thread-safe.
 */
public class Tokens {
    private static final String ISSUER = "athanor";

    private final List<TokenKey> keys;
    private final Duration lifetime;
    private final Clock clock;

    Tokens(List<TokenKey> keys, Duration lifetime, Clock clock) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key to sign with is needed");
        }
        this.keys = List.copyOf(keys);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A token for a user. */
    public String issue(long userId) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(String.valueOf(userId))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        TokenKey key = keys.get(0);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build(), claims);
        try {
            token.sign(new MACSigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
        return token.serialize();
    }

    /** The user of a token, if it is one of ours and has not expired. */
    public Optional<Long> userOf(String token) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            return signedByUs(parsed) ? userOf(parsed.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            // Whatever a caller sends that is no token of ours: the answer is the same.
            return Optional.empty();
        }
    }

    private boolean signedByUs(SignedJWT token) throws JOSEException {
        if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())) {
            return false;
        }
        for (TokenKey key : keys) {
            if (key.id().equals(token.getHeader().getKeyID())) {
                return token.verify(new MACVerifier(key.secret()));
            }
        }
        return false;
    }

    private Optional<Long> userOf(JWTClaimsSet claims) {
        Date expires = claims.getExpirationTime();
        if (!ISSUER.equals(claims.getIssuer())
                || expires == null
                || !clock.instant().isBefore(expires.toInstant())) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(claims.getSubject()));
    }
}
