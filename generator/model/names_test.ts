import { assertEquals } from "@std/assert";
import {
  nameForms,
  pluralOf,
  typeNameOf,
  variableNameOf,
  wordsOf,
} from "./names.ts";

Deno.test("nameForms() derives every spelling", () => {
  assertEquals(nameForms("order_item"), {
    snake: "order_item",
    camel: "orderItem",
    pascal: "OrderItem",
    kebab: "order-item",
    constant: "ORDER_ITEM",
    words: "order item",
  });
});

Deno.test("nameForms() keeps acronyms upper case in PascalCase alone", () => {
  assertEquals(nameForms("api_gateway").pascal, "APIGateway");
  assertEquals(nameForms("image_url").pascal, "ImageURL");
  assertEquals(nameForms("image_url").camel, "imageUrl");
  assertEquals(nameForms("sql_id").constant, "SQL_ID");
});

Deno.test("nameForms() gives the same for both spellings of a name", () => {
  assertEquals(nameForms("markPaid"), nameForms("mark_paid"));
});

Deno.test("wordsOf() splits at capitals and underscores", () => {
  assertEquals(wordsOf("dueOn"), ["due", "on"]);
  assertEquals(wordsOf("isVIP"), ["is", "vip"]);
  assertEquals(wordsOf("htmlURLText"), ["html", "url", "text"]);
  assertEquals(wordsOf("address2"), ["address2"]);
});

Deno.test("pluralOf() forms the plural of the last word", () => {
  const plurals = {
    task: "tasks",
    category: "categories",
    person: "people",
    order_status: "order_statuses",
    box: "boxes",
    news: "news",
    sheep: "sheep",
    child: "children",
  };
  for (const [name, plural] of Object.entries(plurals)) {
    assertEquals(pluralOf(name), plural);
  }
});

Deno.test("typeNameOf() gives a suffix to names that generated code uses", () => {
  assertEquals(typeNameOf(nameForms("order")), "Order");
  for (const name of ["map", "date", "request", "page", "entity", "error"]) {
    assertEquals(
      typeNameOf(nameForms(name)),
      `${nameForms(name).pascal}Entity`,
    );
  }
});

Deno.test("variableNameOf() gives a suffix to words of TypeScript", () => {
  assertEquals(variableNameOf(nameForms("order_item")), "orderItem");
  for (const name of ["class", "package", "function", "default"]) {
    assertEquals(variableNameOf(nameForms(name)), `${name}Entity`);
  }
});
