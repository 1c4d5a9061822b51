// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.junit.jupiter.api.Test;

/** What histories call tables. */
class NamesTest {
    @Test
    void tablesOfOneNameAreToldApartByTheirSchemas() {
        assertThat(Names.qualified(new DatabaseTable("USERS", "Identity"))).isEqualTo("identity.users");
        assertThat(Names.qualified(new DatabaseTable("USERS", "press"))).isEqualTo("press.users");
        assertThat(Names.qualified(new DatabaseTable("INVOICE"))).isEqualTo("invoice");
    }
}
