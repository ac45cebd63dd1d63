/**
 * Whether the deployment files say the same as the system: ports, settings, permissions, places.
 *
 * @module
 */
import type { SystemModel } from "../../generator/model/system_model.ts";
import type { FindingDraft } from "../tier.ts";
import type { ContainerFiles, Node } from "./container_files.ts";

/** Finds where they do not. */
export function checkAgreement(
  files: ContainerFiles,
  model: SystemModel,
): FindingDraft[] {
  return [
    ...portsOf(files, model),
    ...settingsOf(files, model),
    ...permissionsOf(files),
    ...placesOf(files, model),
  ];
}

/** The service that is built here; others, such as a database, are not ours. */
function ownService({ services }: ContainerFiles): Node | undefined {
  return services.find(({ node }) => node.at("build").value !== undefined)
    ?.node;
}

function podOf({ objects }: ContainerFiles): Node | undefined {
  return objects.find((one) => one.at("kind").text === "Deployment")
    ?.at("spec", "template", "spec");
}

function portsOf(files: ContainerFiles, model: SystemModel): FindingDraft[] {
  const port = String(model.port);
  const container = podOf(files)?.at("containers", 0);
  const service = files.objects.find((one) =>
    one.at("kind").text === "Service"
  );
  const environment = files.dockerfile.filter(({ name }) => name === "ENV")
    .map(({ value }) => /\bPORT=(\d+)/.exec(value)?.[1] ?? "");
  const exposed = files.dockerfile.filter(({ name }) => name === "EXPOSE")
    .map(({ value }) => value);
  const compose = ownService(files);
  const seen: readonly (readonly [string, string])[] = [
    ["deploy/Dockerfile: ENV PORT", environment.at(-1) ?? ""],
    ["deploy/Dockerfile: EXPOSE", exposed.at(-1) ?? ""],
    [
      "deploy/compose.yaml: ports",
      compose?.at("ports", 0).text.split(":").at(-1) ?? "",
    ],
    [
      "deploy/compose.yaml: PORT",
      compose?.at("environment", "PORT").text ?? "",
    ],
    [
      "deploy/k8s/system.yaml: containerPort",
      container?.at("ports", 0, "containerPort").text ?? "",
    ],
    [
      "deploy/k8s/system.yaml: targetPort",
      service?.at("spec", "ports", 0, "targetPort").text ?? "",
    ],
    ...["livenessProbe", "readinessProbe"].map((probe) =>
      [
        `deploy/k8s/system.yaml: ${probe}`,
        container?.at(probe, "httpGet", "port").text ?? "",
      ] as const
    ),
  ];
  return seen.filter(([, found]) => found !== port)
    .map(([place, found]) =>
      differing(place, `found port "${found}", wanted ${port}`)
    );
}

/** Every variable that they set is one that the system may read, and what it cannot start without is set. */
function settingsOf(
  files: ContainerFiles,
  model: SystemModel,
): FindingDraft[] {
  const known = listOf(files.start, "--allow-env");
  const compose = Object.keys(
    Object(ownService(files)?.at("environment").value),
  );
  const pod = podOf(files)?.at("containers", 0, "env").items
    .map((item) => item.at("name").text) ?? [];
  const needed = model.users ? ["AUTH_SECRET"] : [];
  const lacking = [
    ["deploy/compose.yaml", compose] as const,
    ["deploy/k8s/system.yaml", pod] as const,
  ].flatMap(([place, names]) =>
    needed.filter((name) => !names.includes(name)).map((name) =>
      differing(
        place,
        `found no setting ${name}, without which the system does not start`,
      )
    )
  );
  const unknown = [
    ...compose.map((name) => ["deploy/compose.yaml", name] as const),
    ...pod.map((name) => ["deploy/k8s/system.yaml", name] as const),
  ].filter(([, name]) => !known.includes(name))
    .map(([place, name]) =>
      differing(
        place,
        `found the setting ${name}, which the system does not read`,
      )
    );
  return [...lacking, ...unknown];
}

/** A command of their own grants what the task grants, and besides only the exact hosts of the deployment. */
function permissionsOf(files: ContainerFiles): FindingDraft[] {
  const commands: readonly (readonly [string, readonly string[]])[] = [
    ["deploy/compose.yaml", words(ownService(files)?.at("command"))],
    [
      "deploy/k8s/system.yaml",
      words(podOf(files)?.at("containers", 0, "command")),
    ],
  ];
  return commands.filter(([, command]) => command.length > 0)
    .flatMap(([place, command]) => {
      const flags = new Set(
        [...command, ...files.start].filter((word) => word.startsWith("-"))
          .map((word) => word.split("=")[0] ?? ""),
      );
      return [...flags].flatMap((flag) => {
        const [own, theirs] = [
          listOf(files.start, flag),
          listOf(command, flag),
        ];
        const fewer = own.filter((item) => !theirs.includes(item));
        const more = theirs.filter((item) =>
          !own.includes(item) &&
          !(flag === "--allow-net" && /^[\w.-]+:\d+$/.test(item))
        );
        return [...fewer, ...more].map((item) =>
          differing(place, `found ${flag} unlike in deno.json: ${item}`)
        );
      });
    });
}

/** What is kept in files is kept in a volume. */
function placesOf(files: ContainerFiles, model: SystemModel): FindingDraft[] {
  const keeps = listOf(files.start, "--allow-write").length > 0;
  if (!keeps || model.engine === "memory" && !keeps) return [];
  const volumes =
    ownService(files)?.at("volumes").items.map(({ text }) => text) ?? [];
  const mounts = podOf(files)?.at("containers", 0, "volumeMounts").items
    .map((item) => item.at("mountPath").text) ?? [];
  return [
    ...(volumes.some((text) => text.endsWith(":/app/data"))
      ? []
      : [differing("deploy/compose.yaml", "found no volume at /app/data")]),
    ...(mounts.includes("/app/data")
      ? []
      : [differing("deploy/k8s/system.yaml", "found no volume at /app/data")]),
  ];
}

function words(node: Node | undefined): readonly string[] {
  return node?.items.map(({ text }) => text) ?? [];
}

function listOf(
  command: readonly string[],
  flag: string,
): readonly string[] {
  const word = command.find((word) => word.startsWith(`${flag}=`));
  return word?.slice(flag.length + 1).split(",") ?? [];
}

function differing(place: string, cause: string): FindingDraft {
  return {
    code: "V811",
    place,
    cause,
    nextStep:
      "let the deployment files say what deno.json and the blueprint say",
  };
}
