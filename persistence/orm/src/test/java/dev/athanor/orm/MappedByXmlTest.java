// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.depot.Bay;
import dev.athanor.orm.depot.Crate;
import dev.athanor.orm.depot.QBay;
import dev.athanor.orm.depot.QCrate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that an {@code orm.xml} maps, and whose tables are written by hand. */
class MappedByXmlTest extends SessionTest {
    private final QBay b = QBay.as("b");
    private final QCrate c = QCrate.as("c");

    @BeforeEach
    void add() {
        sessions.transaction(session -> {
            Bay bay = new Bay("N1");
            session.add(bay);
            session.add(new Crate(1, "apples", 20, bay));
            session.add(new Crate(2, "pears", 30, bay));
        });
        forgetStatements();
    }

    @Test
    void areReadAndWritten() {
        sessions.transaction(session -> {
            Crate apples = session.one(select(c).where(c.content.eq("apples")));
            assertThat(session.get(Crate.class, 1L)).containsSame(apples);
            assertThat(session.entityManager().find(Crate.class, 1L)).isSameAs(apples);
            assertThat(session.isModified(apples)).isFalse();
            apples.weigh(21);
        });
        assertThat(this.<Integer>read(
                        session -> session.one(selectValue(c.weight).where(c.bay.code.eq("N1"), c.number.eq(1L)))))
                .isEqualTo(21);
    }

    @Test
    void areLoadedWithTheirRelations() {
        sessions.transaction(session -> {
            Bay bay = session.one(select(b).options(selectin(b.crates)));
            assertThat(statements()).hasSize(2);
            assertThat(bay.crates()).extracting(Crate::content).containsExactlyInAnyOrder("apples", "pears");
            assertThat(bay.crates()).allMatch(crate -> bay.equals(crate.bay()));
        });
        forgetStatements();
        sessions.transaction(session -> {
            List<Crate> crates = session.list(select(c).options(joined(c.bay)).orderBy(c.number.asc()));
            assertThat(crates).extracting(Crate::bay).extracting(Bay::code).containsExactly("N1", "N1");
            assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void areChangedInBulk() {
        sessions.transaction(session -> {
            Crate apples = session.get(Crate.class, 1L).orElseThrow();
            session.execute(update(c).set(c.weight, c.weight.plus(1)).where(c.bay.code.eq("N1")));
            assertThat(apples.weight()).isEqualTo(21);
        });
    }
}
