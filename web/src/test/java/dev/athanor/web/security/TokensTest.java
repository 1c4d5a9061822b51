// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        assertThat(tokens.read(tokens.issue(42, 3, Set.of()))).contains(new Tokens.Claims(42, 3, Set.of()));
        assertThat(tokens.read(tokens.issue(42, 3, Set.of("editor"))))
                .contains(new Tokens.Claims(42, 3, Set.of("editor")));
    }

    /** As those were that were given before it was counted. */
    @Test
    void aTokenThatTellsOfNoPasswordIsOfTheFirst() {
        assertThat(tokens.read(ours(claims().build()))).contains(new Tokens.Claims(42, 0, Set.of()));
        assertThat(tokens.read(ours(claims().claim("password_changes", "many").build())))
                .isEmpty();
    }

    @Test
    void aTokenExpires() {
        String token = tokens.issue(42, 3, Set.of());

        assertThat(tokens(NOW.plus(HOUR).minusSeconds(1), KEY).read(token)).isPresent();
        assertThat(tokens(NOW.plus(HOUR), KEY).read(token)).isEmpty();
    }

    @Test
    void aTokenOfThePreviousKeyIsAccepted() {
        String token = tokens.issue(42, 3, Set.of());

        assertThat(tokens(NOW, key("b"), KEY).read(token)).contains(new Tokens.Claims(42, 3, Set.of()));
        assertThat(tokens(NOW, key("b")).read(token)).isEmpty();
    }

    @Test
    void newTokensAreOfTheNewKey() {
        String token = tokens(NOW, key("b"), KEY).issue(42, 3, Set.of());

        assertThat(tokens(NOW, key("b")).read(token)).isPresent();
        assertThat(tokens(NOW, KEY).read(token)).isEmpty();
    }

    @Test
    void aTokenThatNamesNoKeyOrAnUnknownOneIsRefused() {
        assertThat(tokens.read(signed(header(JWSAlgorithm.HS256, "0123456789ab"), claims().build(), KEY.secret())))
                .isEmpty();
        assertThat(tokens.read(signed(header(JWSAlgorithm.HS256, null), claims().build(), KEY.secret())))
                .isEmpty();
        assertThat(tokens.read(ours(claims().build()))).as("the same, named").isPresent();
    }

    @Test
    void aTokenSignedWithAnotherSecretUnderOurKeysNameIsRefused() {
        String forged = signed(
                header(JWSAlgorithm.HS256, KEY.id()),
                claims().build(),
                key("forger").secret());

        assertThat(tokens.read(forged)).isEmpty();
    }

    /** By the secret of the one key under the name of the other: a name is for one key only. */
    @Test
    void aTokenOfOneKeyUnderTheNameOfTheOtherIsRefused() {
        String mixed = signed(header(JWSAlgorithm.HS256, key("b").id()), claims().build(), KEY.secret());

        assertThat(tokens(NOW, key("b"), KEY).read(mixed)).isEmpty();
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        assertThat(tokens.read(ours(claims().issuer("other").build()))).isEmpty();
        assertThat(tokens.read(ours(claims().issuer(null).build()))).isEmpty();
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        assertThat(tokens.read(new PlainJWT(claims().build()).serialize())).isEmpty();
        String[] parts = tokens.issue(42, 3, Set.of()).split("\\.", -1);
        assertThat(tokens.read(parts[0] + "." + parts[1] + ".")).isEmpty();
        String none = encoded("{\"alg\":\"none\",\"kid\":\"" + KEY.id() + "\"}");
        assertThat(tokens.read(none + "." + parts[1] + ".")).isEmpty();
        assertThat(tokens.read(none + "." + parts[1] + "." + parts[2])).isEmpty();
    }

    /** Of other algorithms, even with our secret: HS512, or RS256, where a public key would be taken for a secret. */
    @Test
    void aTokenOfAnotherAlgorithmIsRefused() throws JOSEException, NoSuchAlgorithmException {
        byte[] twice = Arrays.copyOf(KEY.secret(), 64);
        Tokens ofLongKey = tokens(NOW, TokenKey.of("key", Base64.getEncoder().encodeToString(twice)));
        String id =
                TokenKey.of("key", Base64.getEncoder().encodeToString(twice)).id();
        assertThat(ofLongKey.read(signed(header(JWSAlgorithm.HS512, id), claims().build(), twice)))
                .isEmpty();

        SignedJWT byPair = new SignedJWT(header(JWSAlgorithm.RS256, KEY.id()), claims().build());
        byPair.sign(new RSASSASigner(
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate()));
        assertThat(tokens.read(byPair.serialize())).isEmpty();
    }

    @Test
    void aTokenThatWasChangedIsRefused() {
        String token = tokens.issue(42, 3, Set.of());
        String[] parts = token.split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(payload).contains("\"42\"");

        assertThat(tokens.read(parts[0] + "." + encoded(payload.replace("42", "43")) + "." + parts[2]))
                .isEmpty();
        String promoted = payload.replace("{", "{\"roles\":[\"administrator\"],");
        assertThat(tokens.read(parts[0] + "." + encoded(promoted) + "." + parts[2]))
                .isEmpty();
        for (int i = 0; i < token.length() - 1; i++) { // of the last character some bits do not count
            String other = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(tokens.read(other)).as(other).isEmpty();
        }
    }

    @Test
    void aTokenThatNeverExpiresIsRefused() {
        assertThat(tokens.read(ours(claims().expirationTime(null).build()))).isEmpty();
    }

    @Test
    void aTokenIsNotGoodBeforeItsTime() {
        assertThat(tokens.read(ours(claims().notBeforeTime(at(60)).build()))).isEmpty();
        assertThat(tokens.read(ours(claims().notBeforeTime(at(-1)).build()))).isPresent();
    }

    /** The clocks of two servers may differ; how long a token is good does not grow by that. */
    @Test
    void clocksMayDifferALittle() {
        assertThat(tokens.read(ours(claims().notBeforeTime(at(30)).build()))).isPresent();
        assertThat(tokens.read(ours(claims().notBeforeTime(at(31)).build()))).isEmpty();
        assertThat(tokens.read(ours(claims().expirationTime(at(0)).build()))).isEmpty();
        assertThat(tokens(NOW.minusSeconds(60), KEY).read(tokens.issue(42, 3, Set.of())))
                .as("issued by a clock a minute ahead")
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "4.2", "9223372036854775808"})
    void aTokenOfNobodyIsRefused(String subject) {
        assertThat(tokens.read(ours(claims().subject(subject).build()))).isEmpty();
        assertThat(tokens.read(ours(claims().subject(null).build()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "e30.e30.", "....."})
    void whatIsNoTokenIsRefused(String text) {
        assertThat(tokens.read(text)).isEmpty();
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

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer("athanor").subject("42").expirationTime(Date.from(NOW.plus(HOUR)));
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static JWSHeader header(JWSAlgorithm algorithm, @Nullable String key) {
        return new JWSHeader.Builder(algorithm).keyID(key).build();
    }

    private static String ours(JWTClaimsSet claims) {
        return signed(header(JWSAlgorithm.HS256, KEY.id()), claims, KEY.secret());
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, byte[] secret) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TokenKey key(String seed) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) seed.hashCode());
        return TokenKey.of("key", Base64.getEncoder().encodeToString(secret));
    }
}
