/**
 * Webhooks as receivers see them: signed, in order, again until they are taken.
 *
 * @module
 */
import { expectValue } from "../../../kit/expect_outcome.ts";
import {
  type WebhookOccasion,
  webhookTrials,
} from "../../../kit/webhook_trials.ts";
import { makeTicket } from "../../samples.ts";
import { buildTestSystem, type TestSystem } from "../../test_system.ts";

const OCCASIONS: readonly WebhookOccasion<TestSystem>[] = [
  {
    webhook: "ticket_sold",
    type: "ticket.create",
    hidden: ["pin"],
    happen: async (test) => {
      const { id } = await makeTicket(test.system);
      return id;
    },
  },
  {
    webhook: "guest_came_in",
    type: "ticket.admit",
    hidden: ["pin"],
    happen: async (test) => {
      const { id } = await makeTicket(test.system);
      expectValue(
        await test.system.ticketController.handleProcessRequest({
          operation: "action",
          id,
          action: "admit",
        }),
      );
      return id;
    },
  },
  {
    webhook: "ticket_changed",
    type: "ticket.update",
    hidden: ["pin"],
    happen: async (test) => {
      const { id } = await makeTicket(test.system);
      expectValue(
        await test.system.ticketController.handleProcessRequest({
          operation: "patch",
          id,
          body: { seat: "Changed" },
        }),
      );
      return id;
    },
  },
  {
    webhook: "ticket_gone",
    type: "ticket.delete",
    hidden: ["pin"],
    happen: async (test) => {
      const { id } = await makeTicket(test.system);
      expectValue(
        await test.system.ticketController.handleProcessRequest({
          operation: "delete",
          id,
        }),
      );
      return id;
    },
  },
];

for (const { title, run } of webhookTrials(OCCASIONS)) {
  Deno.test(title, () => run((webhooks) => buildTestSystem(webhooks)));
}
