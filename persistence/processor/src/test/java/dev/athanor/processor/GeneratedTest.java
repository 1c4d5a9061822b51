// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor;

import static dev.athanor.processor.Compiled.column;
import static dev.athanor.processor.Compiled.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated for entities. */
class GeneratedTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Table table(Compiled compiled, String name, String alias) {
        assertThat(compiled.messages()).isEmpty();
        return compiled.table(name, alias);
    }

    @Test
    void columnsAreOfTheKindOfTheirAttributes() throws Exception {
        Compiled compiled = Compiled.of(folder, """
                @Entity @Table(name = "\\"Things\\"", schema = "S")
                public class Thing {
                    enum Status { OPEN, DONE }
                    @Id long id;
                    String name;
                    @Column(name = "a_b") int count;
                    boolean done;
                    LocalDate day;
                    Duration length;
                    @Enumerated(EnumType.STRING) Status status;
                    Status number;
                    @NativeEnum("mood") Status mood;
                    UUID key;
                    byte[] bytes;
                    @Json Map<String, String> facts;
                    @Array List<String> tags;
                    @Temporal(TemporalType.DATE) Date old;
                    @Convert(converter = Words.class) List<String> words;
                    char sign;
                    @Transient Object nothing;
                    static int ignored;
                    @Version int version;
                }
                """, """
                public class Words implements AttributeConverter<List<String>, String> {
                    public String convertToDatabaseColumn(List<String> words) { return String.join(" ", words); }
                    public List<String> convertToEntityAttribute(String text) { return List.of(text.split(" ")); }
                }
                """);
        Table thing = table(compiled, "QThing", "t");
        assertThat(thing.columns())
                .map(found -> found.getClass().getSimpleName() + " " + found.name())
                .containsExactly(
                        "NumberColumn id",
                        "TextColumn name",
                        "NumberColumn a_b",
                        "BooleanColumn done",
                        "TemporalColumn day",
                        "IntervalColumn length",
                        "EnumColumn status",
                        "EnumColumn number",
                        "EnumColumn mood",
                        "ValueColumn key",
                        "ValueColumn bytes",
                        "JsonColumn facts",
                        "ArrayColumn tags",
                        "TemporalColumn old",
                        "ValueColumn words",
                        "ValueColumn sign",
                        "NumberColumn version");
        assertThat(thing.key()).map(dev.athanor.sql.Column::name).containsExactly("id");
        assertThat(dev.athanor.sql.Sql.select(dev.athanor.sql.Sql.inline(1))
                        .from(thing)
                        .sql())
                .isEqualTo("select 1 from \"s\".\"Things\" as \"t\"");
    }

    @Test
    void relationsAreJoined() throws Exception {
        Compiled compiled = Compiled.of(folder, """
                @Entity
                public class Author {
                    @Id Long id;
                    @ManyToOne Author mentor;
                    @OneToMany(mappedBy = "author") List<Book> books;
                    @OneToMany @JoinColumn(name = "fan_of") Set<Author> fans;
                    @ManyToMany(mappedBy = "readers") List<Book> read;
                    @OneToOne(mappedBy = "owner") Card card;
                    @ElementCollection Set<String> tags;
                    @ElementCollection Map<String, Integer> marks;
                    @Embedded @AttributeOverride(name = "city", column = @Column(name = "town")) Address address;
                    @Embeddable public static class Address { String city; @ManyToOne Author neighbour; }
                }
                """, """
                @Entity
                public class Book {
                    @Id Long id;
                    @ManyToOne Author author;
                    @ManyToMany Set<Author> readers;
                    @OneToMany List<Author> editors;
                }
                """, """
                @Entity
                class Card { @Id @OneToOne Author owner; }
                """);
        Table author = table(compiled, "QAuthor", "a");
        Table other = compiled.table("QAuthor", "o");
        Table book = compiled.table("QBook", "b");
        assertThat(column(author, "mentor.id")).isEqualTo("NumberColumn mentor_id");
        assertThat(column(author, "address.city")).isEqualTo("TextColumn town");
        assertThat(column(author, "address.neighbour.id")).isEqualTo("NumberColumn neighbour_id");
        assertThat(on(author, "mentor", other)).isEqualTo("author as a join author as o on a.mentor_id = o.id");
        assertThat(on(author, "books", book)).isEqualTo("author as a join book as b on b.author_id = a.id");
        assertThat(on(author, "fans", other)).isEqualTo("author as a join author as o on a.id = o.fan_of");
        assertThat(on(book, "readers", author))
                .isEqualTo("book as b join (author as a join book_author as a.readers on a.id = a.readers.readers_id)"
                        + " on a.readers.read_id = b.id");
        assertThat(on(author, "read", book))
                .isEqualTo("author as a join (book as b join book_author as b.read on b.id = b.read.read_id)"
                        + " on b.read.readers_id = a.id");
        assertThat(on(book, "editors", author)).contains("book_author", "a.editors.book_id = b.id", "editors_id");
        assertThat(on(author, "card", compiled.table("QCard", "c")))
                .isEqualTo("author as a join card as c on c.owner_id = a.id");
        assertThat(compiled.table("QCard", "c").key())
                .map(dev.athanor.sql.Column::name)
                .containsExactly("owner_id");
        Table tags = compiled.table("QAuthor$Tags", "t");
        assertThat(on(author, "tags", tags)).isEqualTo("author as a join author_tags as t on a.id = t.author_id");
        assertThat(column(compiled.table("QAuthor$Marks", "t"), "key")).isEqualTo("TextColumn marks_key");
        assertThat(column(compiled.table("QAuthor$Marks", "t"), "value")).isEqualTo("NumberColumn marks");
    }
}
