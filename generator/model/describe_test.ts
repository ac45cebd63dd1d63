import { assertEquals } from "@std/assert";
import {
  describeAction,
  describeEntity,
  describeField,
  describeRelation,
  describeSystem,
} from "./describe.ts";

Deno.test("describeField() reads like a sentence for each kind of name", () => {
  assertEquals(describeField("title", "string", "task"), "The task's title.");
  assertEquals(
    describeField("dueOn", "date", "task"),
    "The task's due date.",
  );
  assertEquals(
    describeField("completedAt", "datetime", "task"),
    "The task's completed date and time.",
  );
  assertEquals(
    describeField("isActive", "boolean", "user"),
    "Whether the user is active.",
  );
  assertEquals(
    describeField("hasCar", "boolean", "user"),
    "Whether the user has car.",
  );
});

Deno.test("describeRelation() names the role when it differs from the entity", () => {
  assertEquals(
    describeRelation("post", "post", "comment"),
    "The post that the comment belongs to.",
  );
  assertEquals(
    describeRelation("author", "user", "post"),
    "The user that is the post's author.",
  );
});

Deno.test("describeSystem(), describeEntity() and describeAction() end with a full stop", () => {
  assertEquals(describeSystem("task system"), "The task system.");
  assertEquals(describeEntity("order"), "An order of the system.");
  assertEquals(
    describeAction("pay", { status: "paid", paidAt: "$now" }, "order"),
    "Pay an order: sets status to paid and paid at to the time.",
  );
  assertEquals(
    describeAction("markPaid", { paid: true, refund: null }, "order"),
    "Mark paid: sets paid to true and refund to nothing.",
  );
});
