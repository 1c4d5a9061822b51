// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Masked;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Has what is not to be shown. */
@Entity
public class Account {
    @Id
    private Long id;

    private String login;

    @Masked
    private String secret;

    protected Account() {}

    public Account(long id, String login, String secret) {
        this.id = id;
        this.login = login;
        this.secret = secret;
    }

    public Long id() {
        return id;
    }

    public String login() {
        return login;
    }

    public String secret() {
        return secret;
    }

    public void change(String newLogin, String newSecret) {
        login = newLogin;
        secret = newSecret;
    }
}
