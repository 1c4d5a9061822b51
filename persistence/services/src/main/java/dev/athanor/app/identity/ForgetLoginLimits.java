// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Keeps the limits of logging in small: what means nothing any more goes every few minutes. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ForgetLoginLimits {
    @Inject
    private LoginLimits limits;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void forget() {
        limits.forget();
    }
}
