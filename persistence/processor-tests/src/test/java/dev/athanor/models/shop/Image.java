// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class Image {
    private String url;

    @Column(name = "alternative_text")
    private String alternativeText;

    protected Image() {}

    public Image(String url, String alternativeText) {
        this.url = url;
        this.alternativeText = alternativeText;
    }

    public String getUrl() {
        return url;
    }

    public String getAlternativeText() {
        return alternativeText;
    }
}
