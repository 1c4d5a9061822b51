// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import jakarta.enterprise.inject.spi.BeanManager;

/** Something that not every server has. */
final class ServerApi {
    private ServerApi() {}

    /** Whether there is such a type. */
    static boolean isKnown(String type) {
        try {
            Class.forName(type, false, ServerApi.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Whether there is a bean of this type, which may be unknown. */
    static boolean isServed(String type, BeanManager manager) {
        try {
            Class<?> known = Class.forName(type, false, ServerApi.class.getClassLoader());
            return manager.createInstance().select(known).isResolvable();
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
