// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas of changes, as RFC 7396 has them, by those of what is changed: anything may be absent, and what may be absent
 * there may be taken away by null. For one thread.
 */
final class Changes {
    private static final String CHANGE = "Change";
    private static final String SCHEMAS = "#/components/schemas/";

    private final Components components;
    private final Set<String> made = new HashSet<>();

    Changes(Components components) {
        this.components = components;
    }

    /** What is sent to an operation is a change of what it was said to be. */
    void sentTo(Operation operation) {
        operation.getRequestBody().getContent().getMediaTypes().values().forEach(this::change);
    }

    private void change(MediaType content) {
        String name = content.getSchema().getRef().substring(SCHEMAS.length());
        if (made.contains(name)) {
            return; // media types may share what they say
        }
        String changed = name.endsWith(CHANGE) ? name : name + CHANGE;
        if (made.add(changed)) {
            components.addSchema(
                    changed,
                    changeOf(Objects.requireNonNull(components.getSchemas().get(name), name)));
        }
        content.setSchema(OASFactory.createSchema().ref(changed));
    }

    private static Schema changeOf(Schema whole) {
        List<String> required = Optional.ofNullable(whole.getRequired()).orElseGet(List::of);
        Schema change = OASFactory.createSchema().addType(SchemaType.OBJECT);
        whole.getProperties()
                .forEach((name, property) ->
                        change.addProperty(name, required.contains(name) ? property : orNull(property)));
        return change;
    }

    private static Schema orNull(Schema property) {
        List<Object> examples = Optional.ofNullable(property.getExamples()).orElseGet(() -> List.of(Map.of()));
        return OASFactory.createSchema()
                .addAnyOf(property)
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL))
                .examples(examples);
    }
}
