// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with an entity is told where it is wrong. */
class ProblemTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The sources begin in the sixth line. */
    private void wrong(int line, String message, String... sources) throws IOException {
        assertThat(Compiled.of(folder, sources).lines()).containsExactly((line + 5) + ": " + message);
    }

    @Test
    void anEntityHasAKey() throws IOException {
        wrong(1, "the entity Thing has no key: write @Id or @EmbeddedId", "@Entity class Thing { String name; }");
    }

    @Test
    void anAttributeHasATypeThatAColumnCanHold() throws IOException {
        wrong(
                2,
                "Thing.part is of the type java.lang.Object, which no column can hold:"
                        + " write a converter (@Convert), or @Json, or @Transient",
                "@Entity class Thing { @Id Long id;\nObject part; }");
    }

    @Test
    void aDateSaysWhetherItIsATime() throws IOException {
        wrong(
                2,
                "Thing.day needs @Temporal, for java.util.Date can be a date or a time",
                "@Entity class Thing { @Id Long id;\nDate day; }");
    }

    @Test
    void anArrayIsOfABasicType() throws IOException {
        wrong(
                2,
                "Thing.parts is an @Array of java.util.List<java.lang.Object>: write List<E> or E[] of a basic type",
                "@Entity class Thing { @Id Long id;\n@Array List<Object> parts; }");
    }

    @Test
    void aConverterConvertsToWhatAColumnCanHold() throws IOException {
        wrong(
                2,
                "Thing.part is converted to java.lang.Object, which no column can hold, by test.Objects",
                "@Entity class Thing { @Id Long id;\n@Convert(converter = Objects.class) String part; }",
                """
                public class Objects implements AttributeConverter<String, Object> {
                    public Object convertToDatabaseColumn(String text) { return text; }
                    public String convertToEntityAttribute(Object object) { return ""; }
                }
                """);
    }

    @Test
    void theOtherSideOfARelationIsThere() throws IOException {
        wrong(
                2,
                "Thing.parts is mapped by Thing.whole, which is no attribute there",
                "@Entity class Thing { @Id Long id;\n@OneToMany(mappedBy = \"whole\") Set<Thing> parts; }");
    }

    @Test
    void theOtherSideOfARelationHasColumns() throws IOException {
        wrong(
                2,
                "Thing.parts is mapped by Thing.id, which is no relation that has columns",
                "@Entity class Thing { @Id Long id;\n@OneToMany(mappedBy = \"id\") Set<Thing> parts; }");
    }

    @Test
    void aRelationLeadsToAnEntity() throws IOException {
        wrong(
                2,
                "Thing.name leads to java.lang.String, which is no entity: name one by targetEntity",
                "@Entity class Thing { @Id Long id;\n@ManyToOne String name; }");
    }

    @Test
    void aCollectionSaysWhatItHas() throws IOException {
        assertThat(Compiled.of(folder, "@Entity class Thing { @Id Long id;\n@ElementCollection List parts; }")
                        .lines())
                .contains("7: Thing.parts does not say what it has: give its type an argument");
    }

    @Test
    void whatIsEmbeddedIsAnEmbeddable() throws IOException {
        wrong(
                2,
                "Thing.part is embedded, but java.lang.String is no @Embeddable",
                "@Entity class Thing { @Id Long id;\n@Embedded String part; }");
    }

    @Test
    void anEntityHasNoTypeParameters() throws IOException {
        wrong(1, "the entity Thing has type parameters", "@Entity class Thing<T> { @Id Long id; }");
    }

    @Test
    void twoEntitiesDoNotHaveOneTable() throws IOException {
        assertThat(Compiled.of(
                                folder,
                                "@Entity class Outer_Inner { @Id Long id; }",
                                "class Outer { @Entity static class Inner { @Id Long id; } }")
                        .messages())
                .anyMatch(message -> message.contains("cannot be generated: its class is there already"));
    }
}
