// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.app.identity.Accounts;
import dev.athanor.app.identity.Credentials;
import dev.athanor.app.identity.ForgetLoginLimits;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is kept of attempts to log in. */
class LoginLimitsIT extends InContainer {
    @Inject
    private Accounts accounts;

    @EJB
    private ForgetLoginLimits limits;

    @Resource(lookup = "jdbc/athanor")
    private DataSource dataSource;

    @Test
    void whatMeansNothingAnyMoreGoes() throws SQLException {
        String email = UUID.randomUUID() + "@example.org";
        accounts.logIn(new Credentials(email, "wrong horse"), "192.0.2.1");
        limits.forget();
        assertThat(attempts(email)).as("it still means something").isOne();

        Rows.change(dataSource, "update identity.login_limits set ends_at = ends_at - interval '1 day'");
        limits.forget();

        assertThat(attempts(email)).isZero();
    }

    @Test
    void neitherAddressesNorNamesAreKept() throws SQLException {
        String email = UUID.randomUUID() + "@example.org";
        accounts.logIn(new Credentials(email, "wrong horse"), "192.0.2.77");

        assertThat(Rows.number(
                        dataSource,
                        "select count(*) from identity.login_limits where name like ? or name like ?",
                        "%" + email + "%",
                        "%192.0.2.77%"))
                .isZero();
    }

    private long attempts(String email) throws SQLException {
        return Rows.number(
                dataSource,
                "select count(*) from identity.login_limits where name ="
                        + " encode(sha256(convert_to('account', 'UTF8') || '\\x00' || convert_to(?, 'UTF8')), 'hex')",
                email);
    }
}
