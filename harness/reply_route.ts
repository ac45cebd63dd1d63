import {
  formatAddress,
  type GraphDescription,
  replyConnections,
} from "./graph.ts";
import type { Link } from "./link.ts";

/**
 * Gives every connection that can carry requests its way back: the connection that the ports name as
 * `replies`, where there is one, else, for `request_reply`, a reply channel of its own.
 */
export function linkReplies(
  links: readonly Link[],
  graph: GraphDescription,
): void {
  const replies = replyConnections(graph);
  links.forEach((link, index) => {
    const connection = graph.connections[index];
    link.carriesReplies = connection !== undefined && replies.has(connection);
  });
  const replyPorts = declaredReplies(graph);
  for (const link of links) {
    if (link.carriesReplies) continue;
    const back = findBack(link, links, replyPorts);
    if (back) {
      link.replyTo = back.sendCore;
      link.replyFrom = back.receiveCore;
    } else if (link.type === "request_reply") {
      link.makeReplyChannel();
    }
  }
}

function declaredReplies(graph: GraphDescription): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  for (const { name: component, ports } of graph.components) {
    for (const { name: port, replies } of ports) {
      if (replies !== undefined) {
        declared.set(formatAddress({ component, port }), replies);
      }
    }
  }
  return declared;
}

function findBack(
  link: Link,
  links: readonly Link[],
  declared: ReadonlyMap<string, string>,
): Link | undefined {
  const arrivesBy = declared.get(formatAddress(link.from));
  const leavesBy = declared.get(formatAddress(link.to));
  if (arrivesBy === undefined && leavesBy === undefined) return undefined;
  return links.find(({ from, to }) =>
    from.component === link.to.component &&
    to.component === link.from.component &&
    (arrivesBy === undefined || to.port === arrivesBy) &&
    (leavesBy === undefined || from.port === leavesBy)
  );
}
