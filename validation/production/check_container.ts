/**
 * Container: the deployment files are safe, pinned and small, and say the same as the system.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { checkAgreement } from "./check_agreement.ts";
import { type ContainerFiles, readContainerFiles } from "./container_files.ts";
import { isPinned } from "./dockerfile.ts";
import { logName } from "./rehearsal.ts";
import { onStage } from "./stage.ts";

/** Reads every deployment file and holds them to the system. */
export function checkContainer(context: DeepContext): Promise<CheckOutcome> {
  return onStage(context, "container", async ({ dir }) => {
    const files = await readContainerFiles(dir).catch((error: unknown) =>
      error instanceof Deno.errors.NotFound ? undefined : Promise.reject(error)
    );
    if (!files) {
      const cause = "found no deployment files, or not all of them";
      return { findings: [unfit("deploy/", cause)] };
    }
    const context_ = await contextBytes(dir, files.ignored);
    const findings = [
      ...files.problems.map((cause) => unfit("deploy/", cause)),
      ...imageProblems(files),
      ...contextProblems(files, context_.paths),
      ...podProblems(files),
      ...checkAgreement(files, context.model),
    ];
    const note = `${files.dockerfile.length} instructions, a context of ${
      (context_.bytes / 1024).toFixed()
    } KB, ${files.services.length} services, ${files.objects.length} objects`;
    context.bench.log(logName("container"), note);
    return { findings, note, log: logName("container") };
  });
}

function imageProblems(
  { dockerfile, services }: ContainerFiles,
): FindingDraft[] {
  const of = (wanted: string) =>
    dockerfile.filter(({ name }) => name === wanted).map(({ value }) => value);
  const found: FindingDraft[] = [];
  const image = (cause: string) =>
    void found.push(unfit("deploy/Dockerfile", cause));
  for (const base of of("FROM")) {
    const [name = ""] = base.split(" ");
    if (!isPinned(name)) {
      image(`found FROM ${name}, wanted an exact version or a digest`);
    }
  }
  const user = of("USER").at(-1);
  if (user === undefined || /^(root|0)(:|$)/.test(user)) {
    image(`found it run as ${user ?? "root"}, wanted a user without rights`);
  }
  const names = dockerfile.map(({ name }) => name);
  if (names.lastIndexOf("USER") > names.lastIndexOf("CMD")) {
    image("found USER after CMD, wanted it before");
  }
  if (!of("HEALTHCHECK").some((value) => value.includes("/health/live"))) {
    image("found no health check, wanted one of /health/live");
  }
  if (!of("RUN").some((value) => value.includes("--frozen"))) {
    image(
      "found packages installed without --frozen, wanted those of deno.lock",
    );
  }
  if (
    dockerfile.some(({ name, value }) =>
      name === "ADD" || /curl|wget/.test(value)
    )
  ) {
    image(
      "found something fetched from elsewhere, wanted files of the project only",
    );
  }
  for (const { name, node } of services) {
    const other = node.at("image").text;
    if (other !== "" && !isPinned(other)) {
      found.push(unfit(
        `deploy/compose.yaml: ${name}`,
        `found the image ${other}, wanted an exact version or a digest`,
      ));
    }
    if (
      node.at("privileged").value === true || node.at("user").text === "root"
    ) {
      found.push(unfit(`deploy/compose.yaml: ${name}`, "found it privileged"));
    }
  }
  return found;
}

/** What must never reach an image, though it may lie in the folder. */
const UNWANTED = [".git", ".env", "data", "evidence", "tests"];

function contextProblems(
  { ignored }: ContainerFiles,
  paths: readonly string[],
): FindingDraft[] {
  const open = UNWANTED.filter((path) => !ignored.includes(path));
  const tests = paths.filter((path) => /_test\.ts$/.test(path));
  return [
    ...open.map((path) =>
      `found ${path} sent to the builder, wanted it ignored`
    ),
    ...(tests.length > 0 ? [`found ${tests[0]} sent to the builder`] : []),
  ].map((cause) => unfit("deploy/Dockerfile.dockerignore", cause));
}

async function contextBytes(
  dir: string,
  ignored: readonly string[],
): Promise<{ readonly bytes: number; readonly paths: readonly string[] }> {
  const paths: string[] = [];
  let bytes = 0;
  const walk = async (below: string): Promise<void> => {
    for await (const { name, isDirectory } of Deno.readDir(`${dir}/${below}`)) {
      const path = below + name;
      if (ignored.includes(path)) continue;
      if (isDirectory) await walk(`${path}/`);
      else {
        paths.push(path);
        bytes += (await Deno.stat(`${dir}/${path}`)).size;
      }
    }
  };
  await walk("");
  return { bytes, paths };
}

function podProblems({ objects }: ContainerFiles): FindingDraft[] {
  const deployment = objects.find((one) =>
    one.at("kind").text === "Deployment"
  );
  const place = "deploy/k8s/system.yaml";
  if (!deployment) return [unfit(place, "found no Deployment")];
  const pod = deployment.at("spec", "template", "spec");
  const container = pod.at("containers", 0);
  const found: FindingDraft[] = [];
  const wanted = (holds: boolean, what: string) => {
    if (!holds) found.push(unfit(place, `found no ${what}`));
  };
  wanted(
    pod.at("securityContext", "runAsNonRoot").value === true,
    "runAsNonRoot: true",
  );
  const security = container.at("securityContext");
  wanted(
    security.at("allowPrivilegeEscalation").value === false,
    "allowPrivilegeEscalation: false",
  );
  wanted(security.at("capabilities", "drop", 0).text === "ALL", "drop: [ALL]");
  wanted(
    container.at("resources", "limits", "memory").text !== "",
    "limit of memory",
  );
  for (const [probe, path] of PROBES) {
    wanted(
      container.at(probe, "httpGet", "path").text === path,
      `${probe} of ${path}`,
    );
  }
  return found;
}

/** Makes a finding about a deployment file. */
export function unfit(place: string, cause: string): FindingDraft {
  return {
    code: "V811",
    place,
    cause,
    nextStep: "restore the file, or mend it by hand",
  };
}

const PROBES = [
  ["livenessProbe", "/health/live"],
  ["readinessProbe", "/health/ready"],
] as const;
