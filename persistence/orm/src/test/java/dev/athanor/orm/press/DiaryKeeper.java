// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;

/** Is told of what is done with diaries before they are themselves. */
public class DiaryKeeper {
    @PreUpdate
    void updating(Diary diary) {
        diary.call("keeper");
    }

    @PostUpdate
    void updated(Diary diary) {
        diary.call("keeper");
    }

    @PreRemove
    void removing(Diary diary) {
        diary.call("keeper");
    }

    @PostRemove
    void removed(Diary diary) {
        diary.call("keeper");
    }
}
