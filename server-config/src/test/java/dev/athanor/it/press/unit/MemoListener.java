// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press.unit;

import jakarta.inject.Inject;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;

/** Needs a bean of CDI for what it does to memos. */
@SuppressWarnings("NullAway.Init") // CDI injects it
public class MemoListener {
    @Inject
    private Clerk clerk;

    @PrePersist
    void sign(Memo memo) {
        memo.sign(clerk.name());
    }

    @PostLoad
    void read(Memo memo) {
        memo.readBy(clerk.name());
    }
}
