import { assertEquals } from "@std/assert";
import { fieldHint } from "./field_type.ts";

const TYPES: Readonly<Record<string, string>> = {
  "title": "string",
  "due date": "date",
  "price": "decimal",
  "total price": "decimal",
  "price per night": "decimal",
  "contact email": "email",
  "quantity": "integer",
  "number of pages": "integer",
  "phone number": "string",
  "invoice number": "string",
  "rating": "integer",
  "notes": "text",
  "body": "text",
  "website": "url",
  "starts at": "datetime",
  "issued on": "date",
  "start time": "datetime",
  "opening time": "time",
  "birth date": "date",
  "date of birth": "date",
  "tags": "list",
  "archived": "boolean",
  "favourite colour": "string",
  "temperature": "number",
  "allergens": "list",
};

for (const [name, type] of Object.entries(TYPES)) {
  Deno.test(`fieldHint() takes ${name} for ${type}`, () => {
    assertEquals(fieldHint(name.split(" ")).type, type);
  });
}
