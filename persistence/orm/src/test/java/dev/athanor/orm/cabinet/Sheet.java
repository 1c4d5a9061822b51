// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.cabinet;

import dev.athanor.annotations.SoftDelete;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Belongs to a folder. */
@Entity
public class Sheet {
    @Id
    private Long id;

    @SoftDelete
    @Column(name = "deleted_at")
    private LocalDateTime deletedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    private Folder folder;

    @OneToMany(mappedBy = "sheet", cascade = CascadeType.ALL)
    private List<Attachment> attachments = new ArrayList<>();

    protected Sheet() {}

    public Sheet(long id, Folder folder) {
        this.id = id;
        this.folder = folder;
    }

    public Long id() {
        return id;
    }

    public Folder folder() {
        return folder;
    }

    public LocalDateTime deletedAt() {
        return deletedAt;
    }

    public List<Attachment> attachments() {
        return attachments;
    }
}
