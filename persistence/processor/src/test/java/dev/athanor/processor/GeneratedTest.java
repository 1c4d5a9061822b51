// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor;

import static dev.athanor.processor.Compiled.column;
import static dev.athanor.processor.Compiled.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Column;
import dev.athanor.sql.Sql;
import dev.athanor.sql.Table;
import java.nio.file.Path;
import java.util.List;
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
    void columnsAreOfTheKindOfTheirAttributes() {
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
        assertThat(thing.key()).map(Column::name).containsExactly("id");
        assertThat(Sql.select(Sql.inline(1)).from(thing).sql()).isEqualTo("select 1 from \"s\".\"Things\" as \"t\"");
    }

    @Test
    void relationsAreJoined() {
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
        assertThat(on(author, "fans", other)).isEqualTo("author as a join author as o on o.fan_of = a.id");
        assertThat(on(book, "readers", author))
                .isEqualTo("book as b join (author as a join book_author as a.readers on a.id = a.readers.readers_id)"
                        + " on a.readers.read_id = b.id");
        assertThat(on(author, "read", book))
                .isEqualTo("author as a join (book as b join book_author as b.read on b.id = b.read.read_id)"
                        + " on b.read.readers_id = a.id");
        assertThat(on(book, "editors", author)).contains("book_author", "a.editors.book_id = b.id", "editors_id");
        assertThat(on(author, "card", compiled.table("QCard", "c")))
                .isEqualTo("author as a join card as c on c.owner_id = a.id");
        assertThat(compiled.table("QCard", "c").key()).map(Column::name).containsExactly("owner_id");
        Table tags = compiled.table("QAuthor$Tags", "t");
        assertThat(on(author, "tags", tags)).isEqualTo("author as a join author_tags as t on t.author_id = a.id");
        assertThat(column(compiled.table("QAuthor$Marks", "t"), "key")).isEqualTo("TextColumn marks_key");
        assertThat(column(compiled.table("QAuthor$Marks", "t"), "value")).isEqualTo("NumberColumn marks");
    }

    private static String source(Table table) {
        String sql = Sql.select(Sql.inline(1)).from(table).sql().replace("\"", "");
        return sql.substring(sql.indexOf(" from ") + 6);
    }

    private static List<String> names(Table table) {
        return table.columns().stream().<String>map(Column::name).toList();
    }

    @Test
    void whatIsInheritedFromMappedSuperclassesIsShared() {
        Compiled compiled = Compiled.of(folder, """
                @MappedSuperclass
                public abstract class Base<K> {
                    @Id K id;
                    @ManyToOne User creator;
                    @Embedded Span span;
                    Instant created;
                }
                """, """
                @Embeddable
                public class Span { LocalDate begin; @Column(name = "\\"end\\"") LocalDate until; }
                """, """
                @Entity @Table(name = "users")
                @AttributeOverride(name = "span.begin", column = @Column(name = "born"))
                @AttributeOverride(name = "created", column = @Column(name = "registered"))
                @AssociationOverride(name = "creator", joinColumns = @JoinColumn(name = "made_by"))
                public class User extends Base<Long> { String name; }
                """);
        Table user = table(compiled, "QUser", "u");
        assertThat(user.getClass().getSuperclass().getSimpleName()).isEqualTo("QBase");
        assertThat(names(user)).containsExactly("made_by", "born", "end", "registered", "id", "name");
        assertThat(column(user, "id")).isEqualTo("NumberColumn id");
        assertThat(column(user, "creator.id")).isEqualTo("NumberColumn made_by");
        assertThat(on(user, "creator", compiled.table("QUser", "c")))
                .isEqualTo("users as u join users as c on u.made_by = c.id");
    }

    @Test
    void entitiesAreInTheTablesOfTheirHierarchy() {
        Compiled compiled = Compiled.of(folder, """
                @Entity @Inheritance(strategy = InheritanceType.JOINED)
                public class Person { @Id Long id; String name; @OneToMany(mappedBy = "owner") List<Dog> dogs; }
                """, """
                @Entity @PrimaryKeyJoinColumn(name = "person_id")
                public class Employee extends Person { int salary; @ManyToOne Employee manager; }
                """, """
                @Entity public class Dog { @Id Long id; @ManyToOne Person owner; @ManyToOne Employee keeper; }
                """, """
                @Entity @Inheritance public class Shape { @Id Long id; }
                """, """
                @Entity public class Circle extends Shape { int radius; }
                """, """
                @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) public class Plant { @Id Long id; }
                """, """
                @Entity @SecondaryTable(name = "leaves") public class Tree extends Plant {
                    int height;
                    @Column(table = "leaves") String colour;
                }
                """);
        Table employee = table(compiled, "QEmployee", "e");
        Table dog = compiled.table("QDog", "d");
        assertThat(source(employee))
                .isEqualTo("(person as e join employee as e.employee on e.id = e.employee.person_id)");
        assertThat(names(employee)).containsExactly("id", "name", "salary", "manager_id");
        assertThat(on(employee, "dogs", dog)).endsWith("join dog as d on d.owner_id = e.id");
        assertThat(on(dog, "keeper", employee)).endsWith("on d.keeper_id = e.id");
        assertThat(on(employee, "manager", compiled.table("QEmployee", "m")))
                .endsWith("on e.employee.manager_id = m.id");
        assertThat(source(compiled.table("QCircle", "c")))
                .isEqualTo("shape as c where c.dtype = cast('Circle' as text)");
        assertThat(source(compiled.table("QTree", "t")))
                .isEqualTo("(tree as t left join leaves as t.leaves on t.id = t.leaves.id)");
        assertThat(names(compiled.table("QTree", "t"))).containsExactly("id", "height", "colour");
    }

    @Test
    void keysOfSeveralColumnsAreReferredTo() {
        Compiled compiled = Compiled.of(folder, """
                @Entity public class Company { @Id Long id; }
                """, """
                @Entity public class Office {
                    @EmbeddedId Key key;
                    @MapsId("company") @ManyToOne @JoinColumn(name = "firm") Company owner;
                    @Embeddable public static class Key { Long company; String city; }
                }
                """, """
                @Entity @IdClass(Desk.Id.class) public class Desk {
                    @jakarta.persistence.Id @ManyToOne Office office;
                    @jakarta.persistence.Id int number;
                    @OneToOne @PrimaryKeyJoinColumn(name = "number") Company company;
                    public static class Id { Office.Key office; int number; }
                }
                """, """
                @Entity public class Lamp {
                    @jakarta.persistence.Id Long id;
                    @ManyToOne
                    @JoinColumn(name = "f", referencedColumnName = "firm")
                    @JoinColumn(name = "c", referencedColumnName = "city")
                    @JoinColumn(name = "n", referencedColumnName = "number")
                    Desk desk;
                }
                """);
        Table office = table(compiled, "QOffice", "o");
        assertThat(names(office)).containsExactly("firm", "city");
        assertThat(office.key()).map(Column::name).containsExactly("firm", "city");
        assertThat(column(office, "owner.id")).isEqualTo("NumberColumn firm");
        Table desk = compiled.table("QDesk", "d");
        assertThat(desk.key()).map(Column::name).containsExactly("firm", "city", "number");
        Table lamp = compiled.table("QLamp", "l");
        assertThat(column(lamp, "desk.office.key.city")).isEqualTo("TextColumn c");
        assertThat(column(lamp, "desk.number")).isEqualTo("NumberColumn n");
        assertThat(on(lamp, "desk", desk))
                .isEqualTo("lamp as l join desk as d on l.c = d.city and l.f = d.firm and l.n = d.number");
        assertThat(on(desk, "office", office)).endsWith("on d.city = o.city and d.firm = o.firm");
        assertThat(on(desk, "company", compiled.table("QCompany", "c"))).endsWith("on d.number = c.id");
    }

    @Test
    void propertiesAreAttributesWhereTheKeyIsOne() {
        Compiled compiled = Compiled.of(folder, """
                @Entity
                public class Thing {
                    private Object hidden;
                    @Access(AccessType.FIELD) String field;
                    @Id public Long getId() { return 1L; }
                    public void setId(Long id) {}
                    public boolean isDefault() { return true; }
                    public void setDefault(boolean value) {}
                    @Column(name = "U") public String getURL() { return ""; }
                    public void setURL(String url) {}
                    public Object getComputed() { return hidden; }
                }
                """);
        Table thing = table(compiled, "QThing", "t");
        assertThat(names(thing)).containsExactly("field", "id", "default", "u");
        assertThat(column(thing, "default_")).isEqualTo("BooleanColumn default");
        assertThat(column(thing, "URL")).isEqualTo("TextColumn u");
    }

    @Test
    void convertersApplyThemselves() {
        Compiled compiled = Compiled.of(folder, """
                @Entity public class Thing { @Id Long id; Period period; @Convert(disableConversion = true) String text; }
                """, """
                @Converter(autoApply = true)
                class Periods implements AttributeConverter<Period, String> {
                    public String convertToDatabaseColumn(Period period) { return period.toString(); }
                    public Period convertToEntityAttribute(String text) { return Period.parse(text); }
                }
                """, """
                @Converter(autoApply = true)
                class Texts implements AttributeConverter<String, Integer> {
                    public Integer convertToDatabaseColumn(String text) { return 1; }
                    public String convertToEntityAttribute(Integer number) { return ""; }
                }
                """);
        assertThat(column(table(compiled, "QThing", "t"), "period")).isEqualTo("ValueColumn period");
        assertThat(column(table(compiled, "QThing", "t"), "text")).isEqualTo("TextColumn text");
    }

    @Test
    void collectionsOfEmbeddablesAreTables() {
        Compiled compiled = Compiled.of(folder, """
                @Entity(name = "House") @Table(name = "houses")
                public class Building {
                    @Id @Column(name = "nr") Long id;
                    @ElementCollection
                    @OrderColumn
                    @AttributeOverride(name = "width", column = @Column(name = "w"))
                    List<Room> rooms;
                    @ElementCollection @CollectionTable(name = "keepers", joinColumns = @JoinColumn(name = "house"))
                    @MapKeyJoinColumn(name = "keeper")
                    @Column(name = "since")
                    Map<Person, LocalDate> keepers;
                    @ManyToMany @JoinTable(name = "owners", inverseJoinColumns = @JoinColumn(name = "person"))
                    Set<Person> owners;
                    @ManyToOne @JoinTable(name = "architects") Person architect;
                }
                """, """
                @Entity public class Person {
                    @Id Long id;
                    @OneToMany(mappedBy = "architect") List<Building> designed;
                    @ManyToOne @JoinColumn(referencedColumnName = "code") Town town;
                }
                """, """
                @Entity public class Town { @Id Long id; int code; }
                """, """
                @Embeddable public class Room { int width; @ManyToOne Person tenant; }
                """);
        Table house = table(compiled, "QBuilding", "h");
        Table rooms = compiled.table("QBuilding$Rooms", "r");
        Table person = compiled.table("QPerson", "p");
        assertThat(source(rooms)).isEqualTo("house_rooms as r");
        assertThat(names(rooms)).containsExactly("house_nr", "rooms_order", "w", "tenant_id");
        assertThat(on(house, "rooms", rooms)).isEqualTo("houses as h join house_rooms as r on r.house_nr = h.nr");
        assertThat(on(rooms, "owner", house)).endsWith("on r.house_nr = h.nr");
        assertThat(on(rooms, "value.tenant", person)).endsWith("on r.tenant_id = p.id");
        assertThat(names(compiled.table("QBuilding$Keepers", "k"))).containsExactly("house", "keeper", "since");
        assertThat(on(house, "owners", person))
                .isEqualTo("houses as h join (person as p join owners as p.owners on p.id = p.owners.person)"
                        + " on p.owners.house_nr = h.nr");
        assertThat(on(house, "architect", person))
                .endsWith("(person as p join architects as p.architect on p.id = p.architect.architect_id)"
                        + " on p.architect.house_nr = h.nr");
        assertThat(on(person, "designed", house))
                .endsWith("(houses as h join architects as h.designed on h.nr = h.designed.house_nr)"
                        + " on h.designed.architect_id = p.id");
        assertThat(on(person, "town", compiled.table("QTown", "t"))).endsWith("on p.town_id = t.code");
    }
}
