// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.woven;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Has a version. */
@Entity
@Table(name = "accounts")
@SuppressWarnings("NullAway.Init") // set by reading
public class Account {
    @Id
    public Long id;

    public String owner;
    public long balance;

    @Version
    public int version;

    /** Changes it. */
    public void deposit(long amount) {
        balance += amount;
    }
}
