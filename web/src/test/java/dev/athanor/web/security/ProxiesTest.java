// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private final Proxies proxies =
            new Proxies(List.of(Network.of("10.0.0.0/8"), Network.of("192.0.2.1"), Network.of("2001:db8:1::/48")));

    /** From whom, what was forwarded, and who is taken for the client. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7       | ''                                | 198.51.100.7",
                "198.51.100.7       | 203.0.113.9                       | 198.51.100.7",
                "10.1.2.3           | 203.0.113.9                       | 203.0.113.9",
                "192.0.2.1          | 203.0.113.9                       | 203.0.113.9",
                "192.0.2.2          | 203.0.113.9                       | 192.0.2.2",
                "10.1.2.3           | 1.1.1.1, 203.0.113.9              | 203.0.113.9",
                "10.1.2.3           | 1.1.1.1, 203.0.113.9 , 10.9.9.9   | 203.0.113.9",
                "10.1.2.3           | 1.1.1.1,,203.0.113.9:4711         | 203.0.113.9",
                "10.1.2.3           | ''                                | 10.1.2.3",
                "10.1.2.3           | unknown                           | 10.1.2.3",
                "10.1.2.3           | 203.0.113.9, unknown, 10.0.0.1    | 10.0.0.1",
                "10.1.2.3           | example.org                       | 10.1.2.3",
                "10.1.2.3           | 1.2.3.400                         | 10.1.2.3",
                "2001:db8:1::5      | 203.0.113.9                       | 203.0.113.9",
                "10.1.2.3           | [2001:db8:2:3:4:5:6:7]:80         | 2001:db8:2:3:0:0:0:0/64",
                "2001:db8:2:3::9%e0 | 203.0.113.9                       | 2001:db8:2:3:0:0:0:0/64",
            })
    void theLastWhoIsNoProxyOfOursIsTheClient(String remote, String forwarded, String client) {
        assertThat(proxies.client(remote, List.of(forwarded))).isEqualTo(client);
    }

    @Test
    void headersAreReadInTheirOrder() {
        assertThat(proxies.client("10.1.2.3", List.of("1.1.1.1", "203.0.113.9, 10.0.0.2")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.client("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
    }

    @Test
    void nobodyIsTrustedUnlessSaid() {
        assertThat(new Proxies(List.of()).client("127.0.0.1", List.of("203.0.113.9")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void onlyProxiesOfOursSayThatTheClientTalksByTls() {
        assertThat(proxies.endsTls("10.1.2.3", Optional.of("https"))).isTrue();
        assertThat(proxies.endsTls("10.1.2.3", Optional.of("HTTPS"))).isTrue();
        assertThat(proxies.endsTls("10.1.2.3", Optional.of("http"))).isFalse();
        assertThat(proxies.endsTls("10.1.2.3", Optional.empty())).isFalse();
        assertThat(proxies.endsTls("198.51.100.7", Optional.of("https"))).isFalse();
        assertThat(proxies.endsTls("unknown", Optional.of("https"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "::1/129", "1.2.3"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.of(text));
    }
}
