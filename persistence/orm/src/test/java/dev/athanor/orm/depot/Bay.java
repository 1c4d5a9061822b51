// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.depot;

import java.util.ArrayList;
import java.util.List;

/** Where crates stand. */
public class Bay {
    private String code = "";
    private List<Crate> crates = new ArrayList<>();

    protected Bay() {}

    public Bay(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public List<Crate> crates() {
        return crates;
    }
}
