// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Purse;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** A test of beans with purses of the press's, which say how they work. */
abstract class PurseTest extends SessionTest {
    final Vault vault = CDI.current().select(Vault.class).get();
    final Till till = CDI.current().select(Till.class).get();
    final Archive archive = CDI.current().select(Archive.class).get();
    final Session session = archive.session();

    @BeforeEach
    final void fillPurses() {
        archive.sessions().transaction(own -> own.addAll(List.of(new Purse(1, 100), new Purse(2, 100))));
    }

    final Author author() {
        return session.get(Author.class, 1L).orElseThrow();
    }

    final String rename(String name) {
        author().rename(name);
        return name;
    }

    final String nameNow() {
        return read(own -> own.get(Author.class, 1L).orElseThrow().name());
    }

    final Purse purse(long id) {
        return session.get(Purse.class, id).orElseThrow();
    }

    static void fails(Predicate<Throwable> reason, ThrowingCallable work) {
        assertThatThrownBy(work).satisfies(failure -> {
            List<Throwable> causes = new ArrayList<>();
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                causes.add(cause);
            }
            assertThat(causes).anyMatch(reason);
        });
    }

    static Predicate<Throwable> code(OrmError code) {
        return cause -> cause instanceof OrmException own && own.code() == code;
    }
}
