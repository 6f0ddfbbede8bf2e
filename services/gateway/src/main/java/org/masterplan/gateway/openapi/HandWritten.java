package org.masterplan.gateway.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;

/** The parts of the description that no contract holds. */
final class HandWritten {
  private HandWritten() {}

  static JsonObject info() {
    return object(
        """
        {"title": "Customer-community master plan", "version": "1",
         "description": "One governed register of customer communities, profiles and messages.\
         JSON is protobuf's JSON mapping: lowerCamelCase, RFC 3339 times, enums by name, 64-bit\
         numbers as text. Send a token as `Authorization: Bearer`, the language of errors as\
         `Accept-Language` (en or vi), and the purpose of reading personal data as `X-Purpose`.",
         "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}
        """);
  }

  static JsonArray security() {
    return element("[{\"token\": []}]").getAsJsonArray();
  }

  static JsonObject schemes() {
    return object(
        """
        {"token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
        """);
  }

  static JsonObject error() {
    return object(
        """
        {"type": "object", "description": "Why a request was refused.", "required": ["error"],
         "properties": {"error": {"type": "object", "required": ["code", "status", "message"],
          "properties": {
           "code": {"type": "integer", "description": "The HTTP status."},
           "status": {"type": "string", "description": "The canonical status, for example NOT_FOUND."},
           "message": {"type": "string", "description": "A sentence in the caller's language."},
           "details": {"type": "array", "items": {"type": "object"},
            "description": "google.rpc.ErrorInfo, google.rpc.BadRequest and others, by @type."}}}}}
        """);
  }

  static JsonObject refusal() {
    return object(
        """
        {"description": "Refused.", "content": {"application/json":
         {"schema": {"$ref": "#/components/schemas/Error"}}}}
        """);
  }

  static Map<String, JsonObject> paths() {
    return Map.of(
        "/v1/dev/token",
        object(
            """
            {"post": {"operationId": "devToken", "summary": "Token of a demonstration user",
             "description": "Only in the demonstration; elsewhere there is nothing here.",
             "security": [], "requestBody": {"required": true, "content": {"application/json":
              {"schema": {"type": "object", "required": ["user"], "properties": {"user":
               {"type": "string", "enum": ["cmo", "cmo-2", "unit", "unit-b", "data", "privacy",
                "auditor", "admin"]}}}}}},
             "responses": {"200": {"description": "The token.", "content": {"application/json":
              {"schema": {"type": "object", "properties": {"token": {"type": "string"},
               "expiresTime": {"type": "string", "format": "date-time"}}}}}},
              "default": {"description": "Refused.", "content": {"application/json":
               {"schema": {"$ref": "#/components/schemas/Error"}}}}}}}
            """),
        "/v1/token",
        token(),
        "/actuator/health",
        object(
            """
            {"get": {"operationId": "health", "summary": "Whether the server answers",
             "security": [], "responses": {"200": {"description": "It does.", "content":
              {"application/json": {"schema": {"type": "object", "properties":
               {"status": {"type": "string"}}}}}}}}}
            """));
  }

  private static JsonObject token() {
    return object(
        """
        {"post": {"operationId": "token", "summary": "Token of a user with a password",
         "description": "For programs. The password is that of the console's sign-in, and so is \
         the pause after five wrong ones. The token holds until expiresTime; ask for another then. \
         With a company's own issuer, tokens come from there and this is a 404.",
         "security": [], "requestBody": {"required": true, "content": {"application/json":
          {"schema": {"type": "object", "required": ["user", "password"], "properties":
           {"user": {"type": "string"}, "password": {"type": "string", "format": "password",
            "writeOnly": true}}}}}},
         "responses": {"200": {"description": "The token.", "content": {"application/json":
          {"schema": {"type": "object", "properties": {"token": {"type": "string"},
           "expiresTime": {"type": "string", "format": "date-time"}}}}}},
          "default": {"description": "Refused.", "content": {"application/json":
           {"schema": {"$ref": "#/components/schemas/Error"}}}}}}}
        """);
  }

  private static JsonObject object(String json) {
    return element(json).getAsJsonObject();
  }

  private static JsonElement element(String json) {
    return JsonParser.parseString(json);
  }
}
