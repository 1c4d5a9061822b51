// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.web.Roles;

/**
 * Who calls: one of each kind.
 *
 * @param user has no role
 * @param other has none, either
 */
record Callers(Asking nobody, Asking user, Asking other, Asking editor, Asking administrator) {
    static Callers registered() {
        return new Callers(
                Asking.by(Client.nobody()),
                Asking.by(Client.registered()),
                Asking.by(Client.registered()),
                Asking.by(Client.withRole(Roles.EDITOR)),
                Asking.by(Client.administrator()));
    }
}
