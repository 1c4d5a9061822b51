// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.written.Harbour;
import dev.athanor.models.written.Ship;
import org.junit.jupiter.api.Test;

class GeneratedNamesTest {
    @Test
    void tablesAreReadAsTheyAreWritten() throws ReflectiveOperationException {
        assertThat(GeneratedNames.of(Ship.class, "Ship"))
                .containsExactly(
                        "Ship -> [ship]",
                        "Ship.calls -> call(ship_id=ship.id, harbour_id=sea.harbour.id)",
                        "Ship.flags -> ship_flag(ship_id=ship.id)",
                        "Ship.flags[order] -> ship_flag.place",
                        "Ship.flags[value] -> ship_flag.flag",
                        "Ship.home -> ship.home_id = sea.harbour.id",
                        "Ship.home.id -> ship.home_id",
                        "Ship.id -> ship.id",
                        "Ship.log -> ship_log.text",
                        "Ship.name -> ship.name",
                        "Ship.size.length -> ship.length",
                        "Ship.size.width -> ship.beam",
                        "Ship[ship_log] -> ship_log.ship_id = ship.id");
    }

    @Test
    void relationsMayBeMethods() throws ReflectiveOperationException {
        assertThat(GeneratedNames.of(Harbour.class, "Harbour"))
                .containsExactly(
                        "Harbour -> [sea.harbour]",
                        "Harbour.id -> sea.harbour.id",
                        "Harbour.ships -> ship.home_id = sea.harbour.id");
    }
}
