// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hybrids, whatever is compiled with them, and by whatever. */
class HybridCompilerTest {
    private static final String HOUSE = """
            @Entity public class House {
                @Id Long id; String street; int number;
                public String getStreet() { return street; }
                public int number() { return number; }
                @Hybrid public String address() { return street + " " + number; }
            }
            """;
    private static final String PERSON = """
            @Entity public class Person {
                @Id Long id; @ManyToOne House house;
                @Hybrid public String where() { return house.getStreet() + house.number() + house.address(); }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void whatIsCompiledAlreadyIsAskedByItsNames() throws IOException {
        Compiled both = Compiled.of(folder, HOUSE, PERSON);
        assertThat(both.messages()).isEmpty();
        String whole = both.source("QPerson");

        Compiled one = Compiled.of(folder, PERSON);

        assertThat(one.messages()).isEmpty();
        assertThat(one.source("QPerson")).isEqualTo(whole);
    }

    @Test
    void whatIsGeneratedIsTheSameEachTime() throws IOException {
        String first = Compiled.of(folder, HOUSE, PERSON).source("QPerson");
        assertThat(Compiled.of(folder, PERSON, HOUSE).source("QPerson")).isEqualTo(first);
    }

    @Test
    void anotherCompilerSaysThatItCannotReadBodies() throws IOException {
        assertThat(Compiled.by(new Wrapped(), folder, HOUSE).lines())
                .containsExactly(
                        "10: House.address is a hybrid, whose body only javac lets be read; compile by javac, or"
                                + " write an SQL side (@Hybrid.Sql)");
        assertThat(Compiled.of(folder, HOUSE).source("QHouse")).contains("TextExpr address()");
    }

    @Test
    void anotherCompilerTakesSqlSides() {
        Compiled compiled = Compiled.by(
                new Wrapped(),
                folder,
                "@Entity public class Thing { @Id Long id; String name;"
                        + " @Hybrid public String shown() { return name; }"
                        + " @Hybrid.Sql static dev.athanor.sql.TextExpr shown(QThing thing) { return thing.name.upper(); } }");
        assertThat(compiled.messages()).isEmpty();
    }

    @Test
    void hybridsMayCallWhatIsGeneratedInTheSameRound() {
        Compiled compiled = Compiled.of(
                folder,
                "@Entity public class Thing { @Id Long id; String name; QThing table() { return QThing.table(); }"
                        + " @Hybrid public String shown() { return name.strip(); } }");
        assertThat(compiled.messages()).isEmpty();
    }

    /** As a compiler that is not javac would call it. */
    @SupportedAnnotationTypes("*")
    private static final class Wrapped extends AbstractProcessor {
        private final TableProcessor processor = new TableProcessor();

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    Wrapped.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) -> method.invoke(environment, arguments)));
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            processor.process(annotations, round);
            return false;
        }
    }
}
