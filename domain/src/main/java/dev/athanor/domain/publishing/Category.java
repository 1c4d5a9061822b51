// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.publishing;

import dev.athanor.annotations.Check;
import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A subject that articles are filed under, and below which there are narrower ones: a tree. */
@Entity
@Table(name = "categories", schema = "publishing")
@Check(name = "categories_not_their_own_parent", value = "parent_id <> id")
@TableIndex(name = "categories_parent", value = "parent_id")
public class Category {
    public static final int NAME_LENGTH = 100;
    public static final int SLUG_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "slug", nullable = false, length = SLUG_LENGTH, unique = true)
    private String slug;

    @Column(name = "name", nullable = false, length = NAME_LENGTH)
    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private @Nullable Category parent;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @OneToMany(mappedBy = "parent")
    @OrderBy("name")
    private List<Category> children = new ArrayList<>();

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Category() {}

    /** One below another, or, with null, at the top. */
    public Category(String slug, String name, @Nullable Category parent) {
        this.slug = Objects.requireNonNull(slug, "slug");
        this.name = Objects.requireNonNull(name, "name");
        this.parent = parent;
    }

    /** Calls it otherwise, and puts it below another, or, with null, at the top; its address stays. */
    public void change(String newName, @Nullable Category newParent) {
        name = Objects.requireNonNull(newName, "newName");
        parent = newParent;
    }

    /** The key; there is none before the category was written. */
    public long id() {
        return Objects.requireNonNull(id, "a category has an id once it was written");
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public Optional<Category> parent() {
        return Optional.ofNullable(parent);
    }

    public List<Category> children() {
        return children;
    }

    public int version() {
        return version;
    }
}
