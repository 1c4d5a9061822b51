// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** The JSON-B of all resources. */
@Provider
public class JsonConfiguration implements ContextResolver<Jsonb> {
    private final Jsonb jsonb = JsonbBuilder.create(
            new JsonbConfig().withDeserializers(new StrictStrings()).withAdapters(new Timestamps()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }
}
