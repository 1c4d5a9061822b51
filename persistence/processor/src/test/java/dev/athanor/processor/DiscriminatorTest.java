// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Sql;
import dev.athanor.sql.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells the classes of a table's rows. */
class DiscriminatorTest {
    private static final String VEHICLE = """
            @Entity @Inheritance public class Vehicle { @Id Long id; }
            """;
    private static final String CAR = """
            @Entity @DiscriminatorValue("car") public class Car extends Vehicle { String plate; }
            """;
    private static final String CAB = """
            @Entity(name = "Taxi") public class Cab extends Car { String company; }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Table table(Compiled compiled, String name) {
        assertThat(compiled.messages()).isEmpty();
        return compiled.table(name, "t");
    }

    private static String rows(Compiled compiled, String name) {
        String sql = Sql.select(Sql.inline(1)).from(table(compiled, name)).sql();
        return sql.replace("\"", "")
                .replaceAll("cast\\(('[^']*') as text\\)", "$1")
                .replaceFirst("^select 1 from \\w+ as t( where )?", "");
    }

    private static String inserted(Compiled compiled, String name) {
        return Sql.insert(table(compiled, name))
                .sql()
                .replace("\"", "")
                .replaceAll("cast\\(('[^']*') as text\\)", "$1")
                .replaceFirst("^insert into \\w+ as t ", "");
    }

    @Test
    void rowsAreOfTheClassOrOfOneBelow() {
        Compiled compiled = Compiled.of(folder, VEHICLE, CAR, CAB);
        assertThat(rows(compiled, "QVehicle")).isEmpty();
        assertThat(rows(compiled, "QCar")).isEqualTo("t.dtype in ('car', 'Taxi')");
        assertThat(rows(compiled, "QCab")).isEqualTo("t.dtype = 'Taxi'");
    }

    @Test
    void insertsWriteTheClass() {
        Compiled compiled = Compiled.of(folder, VEHICLE, CAR, CAB);
        assertThat(inserted(compiled, "QVehicle")).isEqualTo("(dtype) values ('Vehicle')");
        assertThat(inserted(compiled, "QCar")).isEqualTo("(dtype) values ('car')");
        assertThat(inserted(compiled, "QCab")).isEqualTo("(dtype) values ('Taxi')");
    }

    @Test
    void classesBelowMayHaveBeenCompiledBefore() {
        Compiled.of(folder, VEHICLE, CAR, CAB);
        Compiled again = Compiled.of(folder, CAR);
        assertThat(rows(again, "QCar")).isEqualTo("t.dtype in ('car', 'Taxi')");
    }

    @Test
    void aRootNeedNotSayThatItIsOne() {
        Compiled compiled = Compiled.of(
                folder,
                "@Entity public class Vehicle { @Id Long id; }",
                "@Entity public class Alone { @Id Long id; }",
                CAR);
        assertThat(inserted(compiled, "QVehicle")).isEqualTo("(dtype) values ('Vehicle')");
        assertThat(((EntityTable<?>) table(compiled, "QAlone")).discriminator()).isEmpty();
    }

    @Test
    void theColumnMayHoldNumbersOrLetters() throws IOException {
        Compiled numbers = Compiled.of(folder, """
                @Entity @Inheritance
                @DiscriminatorColumn(name = "Kind", discriminatorType = DiscriminatorType.INTEGER)
                public abstract class Vehicle { @Id Long id; }
                """, """
                @Entity @DiscriminatorValue("7") public class Car extends Vehicle { }
                """, """
                @Entity public abstract class Ship extends Vehicle { }
                """);
        assertThat(rows(numbers, "QCar")).isEqualTo("t.kind = 7");
        assertThat(rows(numbers, "QShip")).isEqualTo("false");
        assertThat(inserted(numbers, "QCar")).isEqualTo("(kind) values (7)");
        assertThat(inserted(numbers, "QVehicle")).isEqualTo("default values");
        Compiled letters = Compiled.of(Files.createDirectory(folder.resolve("letters")), """
                @Entity @DiscriminatorColumn(name = "\\"K\\"", discriminatorType = DiscriminatorType.CHAR)
                public class Vehicle { @Id Long id; }
                """, """
                @Entity @DiscriminatorValue("C") public class Car extends Vehicle { }
                """);
        assertThat(rows(letters, "QCar")).isEqualTo("t.K = 'C'");
    }

    @Test
    void tablesOfTheirOwnNeedNone() throws IOException {
        Compiled joined = Compiled.of(folder, """
                @Entity @Inheritance(strategy = InheritanceType.JOINED) public class Vehicle { @Id Long id; }
                """, CAR);
        assertThat(inserted(joined, "QVehicle")).isEqualTo("(dtype) values ('Vehicle')");
        assertThat(((EntityTable<?>) table(joined, "QCar")).discriminator()).isEmpty();
        Compiled apart = Compiled.of(Files.createDirectory(folder.resolve("apart")), """
                @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
                public class Vehicle { @Id Long id; }
                """, CAR);
        assertThat(((EntityTable<?>) table(apart, "QVehicle")).discriminator()).isEmpty();
        assertThat(((EntityTable<?>) table(apart, "QCar")).discriminator()).isEmpty();
    }

    @Test
    void numbersHaveToBeSaid() throws IOException {
        assertThat(Compiled.of(folder, """
                        @Entity @Inheritance
                        @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
                        public abstract class Vehicle { @Id Long id; }
                        """, "@Entity public class Car extends Vehicle { }")
                        .lines())
                .containsExactly(
                        "6: a number tells which rows are of Car, and \"Car\" is none: write" + " @DiscriminatorValue");
    }
}
