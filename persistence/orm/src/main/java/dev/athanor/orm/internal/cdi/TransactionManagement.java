// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

/** Who begins the transactions of a bean's methods. */
enum TransactionManagement {
    /** An interceptor, where a method says {@code @Transactional}. */
    OF_CDI,
    /** The container of enterprise beans, before any interceptor. */
    OF_CONTAINER,
    /** The method of an enterprise bean itself. */
    OF_BEAN
}
