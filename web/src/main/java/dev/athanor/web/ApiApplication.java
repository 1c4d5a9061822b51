// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web;

import dev.athanor.web.error.ErrorBody;
import dev.athanor.web.error.Problem;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Where the resources are found. */
@ApplicationPath("/api")
@DeclareRoles({Roles.USER, Roles.EDITOR, Roles.ADMINISTRATOR})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Athanor",
                        version = "0.1.0",
                        description =
                                "The RealWorld API, and under /api/v1 what the other contexts offer. Answers to users who are"
                                        + " logged in have \"Cache-Control: no-store\" unless they say otherwise; all have the"
                                        + " security headers that docs/security.md lists.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "ErrorBody", implementation = ErrorBody.class),
                            @Schema(name = "Problem", implementation = Problem.class)
                        }))
@SecurityScheme(
        securitySchemeName = ApiApplication.TOKEN,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "Authorization",
        description = "The token of a registration, as \"Token …\" or \"Bearer …\"")
public class ApiApplication extends Application {
    /** The name of the security scheme in the OpenAPI document. */
    public static final String TOKEN = "Token";
}
