// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MigrationModeTest {

    @Test
    void isReadFromItsNameInAnyCase() {
        assertThat(MigrationMode.of("verify")).isEqualTo(MigrationMode.VERIFY);
        assertThat(MigrationMode.of(" Upgrade ")).isEqualTo(MigrationMode.UPGRADE);
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> MigrationMode.of("update"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContainingAll("update", "verify", "upgrade");
    }
}
