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
import java.util.Set;

/**
 * Signed tokens (JWT, HS256) that name a user, which of the user's passwords they were given for, and the roles the
 * user had, until they expire. The first key signs; a token signed with any of the keys is accepted, so that a key can
 * be replaced without logging everybody out. Thread-safe.
 */
public class Tokens {
    private static final String ISSUER = "athanor";
    private static final String PASSWORD_CHANGES = "password_changes";
    private static final String ROLES = "roles";
    private static final Duration SKEW = Duration.ofSeconds(30);

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

    /** A token for a user of some roles, which is good until the password is changed once more. */
    public String issue(long userId, int passwordChanges, Set<String> roles) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(String.valueOf(userId))
                .claim(PASSWORD_CHANGES, passwordChanges)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
        if (!roles.isEmpty()) {
            claims.claim(ROLES, List.copyOf(roles));
        }
        TokenKey key = keys.get(0);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build(), claims.build());
        try {
            token.sign(new MACSigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
        return token.serialize();
    }

    /** What a token says, if it is one of ours and good now. */
    public Optional<Claims> read(String token) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            return signedByUs(parsed) ? claims(parsed.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | NumberFormatException e) {
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

    private Optional<Claims> claims(JWTClaimsSet claims) throws ParseException {
        if (!ISSUER.equals(claims.getIssuer()) || !isGoodNow(claims)) {
            return Optional.empty();
        }
        Integer changes = claims.getIntegerClaim(PASSWORD_CHANGES);
        List<String> roles = claims.getStringListClaim(ROLES);
        return Optional.of(new Claims(
                Long.parseLong(claims.getSubject()),
                changes == null ? 0 : changes,
                roles == null ? Set.of() : Set.copyOf(roles)));
    }

    /** The servers' clocks may differ a little: a token of another's that is not good yet soon will be. */
    private boolean isGoodNow(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        Date begins = claims.getNotBeforeTime();
        return expires != null
                && now.isBefore(expires.toInstant())
                && (begins == null || !begins.toInstant().isAfter(now.plus(SKEW)));
    }

    /**
     * What a token says.
     *
     * @param user the user's key
     * @param passwordChanges how often the user's password had been changed
     * @param roles the names of the roles that the user had when it was issued, which are to be looked up anew
     */
    public record Claims(long user, int passwordChanges, Set<String> roles) {
        /** Keeps a copy. */
        public Claims {
            roles = Set.copyOf(roles);
        }
    }
}
