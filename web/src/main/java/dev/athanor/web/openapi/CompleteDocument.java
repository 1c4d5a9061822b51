// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.openapi;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Completes the document that the annotations give. What an annotation says stays as it is. Named in
 * {@code microprofile-config.properties}.
 */
public class CompleteDocument implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> new CompleteOperation(path, method, operation).complete()));
        schemas(document).forEach(Examples::add);
    }

    private static Map<String, Schema> schemas(OpenAPI document) {
        return Optional.ofNullable(document.getComponents().getSchemas()).orElseGet(Map::of);
    }
}
