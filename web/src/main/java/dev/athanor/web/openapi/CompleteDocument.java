// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.openapi;

import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Completes the document that the annotations give. What an annotation says stays as it is. Named in
 * {@code microprofile-config.properties}.
 */
public class CompleteDocument implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        new ServiceRecords(components).tell();
        ViewSchemas views = new ViewSchemas(components);
        views.tell();
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> new CompleteOperation(path, method, operation, views).complete()));
        components.getSchemas().forEach(Examples::add);
        Changes changes = new Changes(components);
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> Stream.ofNullable(item.getPATCH()))
                .forEach(changes::sentTo);
    }
}
