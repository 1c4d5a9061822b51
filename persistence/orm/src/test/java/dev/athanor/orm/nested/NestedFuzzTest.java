// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.Session;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.QGallery;
import dev.athanor.orm.press.Treasure;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Random programs of changes and blocks, compared with plain values: in memory after their steps, and in the database
 * and in the shared cache after each transaction. {@code -Dathanor.fuzz.programs=10000} lets it run more of them, and
 * {@code -Dathanor.fuzz.seed=…} those from a seed on, as a failure names it.
 */
class NestedFuzzTest extends BlockTests {
    private static final int PROGRAMS = Integer.getInteger("athanor.fuzz.programs", 200);
    private static final int FEW = 10;
    private static final long SEED = Long.getLong("athanor.fuzz.seed", 1);

    /** Whose entities they are. */
    EntityManagerFactory unit() {
        return factory();
    }

    @InJavaSe
    @Test
    void memoryDatabaseAndSharedCacheAreWhatPlainValuesAre() {
        run(programs(), this::watch);
    }

    @Test
    void theyAreInAServerToo() {
        run(FEW, program -> {});
    }

    int programs() {
        return PROGRAMS;
    }

    private void run(int programs, Consumer<Program> beginning) {
        for (long seed = SEED; seed < SEED + programs; seed++) {
            Program program = new Program(seed);
            try {
                run(program, beginning);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "-Dathanor.fuzz.seed=" + seed + " -Dathanor.fuzz.programs=1 fails after "
                                + String.join("; ", program.steps),
                        e);
            }
        }
    }

    private void run(Program program, Consumer<Program> beginning) {
        long id = program.base();
        execute("insert into gallery values (" + id + ")");
        execute("insert into treasure (id, version, names) values (" + id + ", 1, '[]')");
        sessions.transaction(session -> {
            program.know("g", session.get(Gallery.class, id).orElseThrow());
            program.know("h", session.get(Treasure.class, id).orElseThrow());
            program.prepare(session);
        });
        for (int i = 0; i < 2; i++) {
            beginning.accept(program);
            transaction(program);
            check(program);
        }
    }

    /**
     * After each step of a transaction others see what was committed before it. In a server they would take part in it.
     */
    private void watch(Program program) {
        World committed = program.world.copy();
        Entities known = program.entities.copy();
        List<String> names = program.names();
        Random random = new Random(program.base());
        program.others = () -> {
            String name = names.get(random.nextInt(names.size()));
            try (EntityManager entities = unit().createEntityManager()) {
                Entities seen = known.as(entities::find, committed.withThoseOf(name));
                seen.bothSides = false;
                seen.check(committed, name);
            }
        };
    }

    /** Most commit. */
    private void transaction(Program program) {
        boolean fails = program.random.nextInt(5) == 0;
        World before = program.world.copy();
        Map<String, Object> entitiesBefore = new HashMap<>(program.entities.all);
        program.say("begin");
        if (!fails) {
            sessions.transaction(session -> done(program, session));
            program.say("commit");
            return;
        }
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    done(program, session);
                    throw new Program.Failure();
                }))
                .isInstanceOf(Program.Failure.class);
        program.say("rollback");
        program.world = before;
        program.entities.all.clear();
        program.entities.all.putAll(entitiesBefore);
    }

    private static void done(Program program, Session session) {
        load(program, session);
        program.run(session, 12, 3);
        program.names().forEach(name -> program.entities.check(program.world, name));
    }

    /** The entities of this session. */
    private static void load(Program program, Session session) {
        program.entities.all.replaceAll((name, entity) ->
                session.get(entity.getClass(), Entities.key(entity)).orElseThrow());
        program.entities.tags.replaceAll((name, tag) ->
                session.get(dev.athanor.orm.press.Tag.class, name).orElseThrow());
    }

    private void check(Program program) {
        read(session -> {
            assertThat(session.count(select(QGallery.as("g")))).isPositive();
            Entities found =
                    program.entities.as((type, key) -> session.get(type, key).orElse(null));
            program.checkAll(found);
            return true;
        });
        try (EntityManager entities = unit().createEntityManager()) {
            Entities cached = program.entities.as(entities::find);
            cached.bothSides = false;
            program.checkAll(cached);
        }
    }
}
