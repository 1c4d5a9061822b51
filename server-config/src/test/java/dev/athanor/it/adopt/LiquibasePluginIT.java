// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.TestServer;
import dev.athanor.server.EmbeddedDatabase;
import dev.athanor.server.Ports;
import dev.athanor.server.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Liquibase's own Maven plugin, as docs/migrations.md says that it is told of a persistence unit. */
@Execution(ExecutionMode.CONCURRENT)
class LiquibasePluginIT {
    private static final Path CHECKOUT = Path.of(TestServer.property("sources"))
            .toAbsolutePath()
            .resolve("../..")
            .normalize();
    private static final String NAME = "shop";

    @TempDir
    private Path temporary;

    @Test
    void writesWhatTheEntitiesWantAndTheDatabaseHasNot() throws Exception {
        Path repository = temporary.resolve("repository");
        new Checkout(CHECKOUT).install("mvn install -pl persistence/bom,persistence/migrations -am", repository);
        Secrets secrets = Secrets.in(temporary.resolve("secrets.properties"));
        String password = secrets.get("db.password");
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(
                temporary.resolve("postgresql"), Ports.free(), secrets.get("db.superuser.password"))) {
            postgres.provide(NAME, password);
            Path project = Files.createDirectory(temporary.resolve(NAME));
            write(project, postgres.url(NAME));
            execute(postgres, password, """
                    create table product (id bigint primary key, name varchar(80) not null);
                    insert into product values (1, 'Lamp')
                    """);
            Maven maven = Maven.in(project, repository, Map.of("SHOP_PASSWORD", password));

            maven.run("mvn process-classes liquibase:diff");

            Path next = project.resolve("src/main/resources/db/next.yaml");
            String written = Files.readString(next);
            assertThat(written).containsOnlyOnce("- changeSet:").containsSubsequence("addColumn:", "name: price");
            assertThat(written).contains("type: numeric(10, 2)", "tableName: product");

            Files.move(next, next.resolveSibling("0001-price.yaml"));
            maven.run("mvn liquibase:update liquibase:diff");

            assertThat(next).as("nothing is left to do").doesNotExist();
            execute(postgres, password, "update product set price = 9.99");
        }
    }

    private static void write(Path project, String address) throws IOException {
        Path resources = project.resolve("src/main/resources");
        Files.createDirectories(resources.resolve("META-INF"));
        Path classes = Files.createDirectories(project.resolve("src/main/java/shop"));
        Files.createDirectory(resources.resolve("db"));
        Files.writeString(project.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1.0</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    <athanor.version>%s</athanor.version>
                  </properties>
                  <dependencyManagement>
                    <dependencies>
                      <dependency>
                        <groupId>dev.athanor</groupId>
                        <artifactId>athanor</artifactId>
                        <version>${athanor.version}</version>
                        <type>pom</type>
                        <scope>import</scope>
                      </dependency>
                    </dependencies>
                  </dependencyManagement>
                  <dependencies>
                    <dependency>
                      <groupId>jakarta.persistence</groupId>
                      <artifactId>jakarta.persistence-api</artifactId>
                      <scope>provided</scope>
                    </dependency>
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>maven-resources-plugin</artifactId>
                        <version>3.3.1</version>
                      </plugin>
                      <plugin>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <version>3.14.1</version>
                      </plugin>
                %s
                    </plugins>
                  </build>
                </project>
                """.formatted(
                new Checkout(CHECKOUT).version(), documented().replace("jdbc:postgresql://localhost/shop", address)));
        Files.writeString(resources.resolve("META-INF/persistence.xml"), """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="shop" transaction-type="RESOURCE_LOCAL">
                    <exclude-unlisted-classes>false</exclude-unlisted-classes>
                  </persistence-unit>
                </persistence>
                """);
        Files.writeString(resources.resolve("db/changelog.yaml"), """
                databaseChangeLog:
                  - include: {file: 0001-price.yaml, relativeToChangelogFile: true, errorIfMissing: false}
                """);
        Files.writeString(classes.resolve("Product.java"), """
                package shop;

                import jakarta.persistence.Column;
                import jakarta.persistence.Entity;
                import jakarta.persistence.Id;
                import java.math.BigDecimal;

                @Entity
                public class Product {
                    @Id
                    private Long id;

                    @Column(nullable = false, length = 80)
                    private String name;

                    @Column(precision = 10, scale = 2)
                    private BigDecimal price;
                }
                """);
    }

    /** The plugin as the page has it. */
    private static String documented() throws IOException {
        String page = Files.readString(CHECKOUT.resolve("docs/migrations.md")).replace("\r\n", "\n");
        int begin = page.indexOf("<plugin>\n  <groupId>org.liquibase</groupId>");
        assertThat(begin).isPositive();
        return page.substring(begin, page.indexOf("```", begin));
    }

    private static void execute(EmbeddedDatabase postgres, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(NAME), NAME, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
