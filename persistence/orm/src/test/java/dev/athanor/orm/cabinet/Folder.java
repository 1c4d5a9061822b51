// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.cabinet;

import dev.athanor.annotations.SoftDelete;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What is deleted with its sheets. */
@Entity
public class Folder {
    @Id
    private Long id;

    private String name;

    // region deleted
    @SoftDelete
    @Column(name = "deleted_at")
    private LocalDateTime deletedAt;
    // endregion

    @OneToMany(mappedBy = "folder", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<Sheet> sheets = new ArrayList<>();

    protected Folder() {}

    public Folder(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public LocalDateTime deletedAt() {
        return deletedAt;
    }

    public List<Sheet> sheets() {
        return sheets;
    }
}
