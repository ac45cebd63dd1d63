/**
 * Plans the files that only systems with webhooks have.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { comment } from "../../templates/safe_text.ts";
import { sentence } from "./entity_view.ts";
import { templateUnit, type Unit, unit } from "./file_plan.ts";
import { webhooksTestView } from "./webhook_test_view.ts";
import { webhooksDocView, webhooksView } from "./webhook_views.ts";

/** The table of webhooks, the component that sends them, their tests and their page. */
export function webhookUnits(system: SystemModel): Unit[] {
  const sender = system.components.find(({ type }) => type === "WebhookSender");
  if (sender === undefined) return [];
  const table = "webhooks/webhooks.ts";
  const component = "components/webhook_sender.ts";
  const view = { description: comment(sentence(sender.description)) };
  return [
    templateUnit(
      unit(table, "config", "scaffold"),
      "webhooks/webhooks.ts.eta",
      webhooksView(system),
    ),
    templateUnit(
      unit(component, "component", "component", [table]),
      "components/webhook_sender.ts.eta",
      view,
    ),
    templateUnit(
      unit("tests/unit/webhook_sender_test.ts", "test", "component", [
        component,
      ]),
      "tests/unit/webhook_sender_test.ts.eta",
      view,
    ),
    templateUnit(
      unit("tests/contract/webhooks/delivery_test.ts", "test", "component", [
        "tests/samples.ts",
        "tests/test_system.ts",
      ]),
      "tests/contract/webhooks/delivery_test.ts.eta",
      webhooksTestView(system),
    ),
    templateUnit(
      unit("docs/WEBHOOKS.md", "doc", "scaffold"),
      "docs/WEBHOOKS.md.eta",
      webhooksDocView(system),
    ),
  ];
}
