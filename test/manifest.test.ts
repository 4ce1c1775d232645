import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dialects } from "../src/core/wire/dialects.ts";
import { stepOpenings } from "../src/protocol.ts";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const manifest = JSON.parse(read("package.json"));
const { contributes } = manifest;
const source = globSync("src/**/*.ts", { cwd: root.pathname })
  .map((path) => read(path))
  .join("\n");

function commandNames(): string[] {
  const body = /return \{([\s\S]*?)\n {2}\};/.exec(read("src/host/commandTable.ts"))?.[1] ?? "";
  return [...body.matchAll(/^ {4}(\w+):/gm)].map((match) => `cotViewer.${match[1]}`);
}

test("the command table and the manifest name the same commands", () => {
  const contributed = contributes.commands.map(({ command }: { command: string }) => command);
  assert.deepEqual(commandNames().toSorted(), contributed.toSorted());
  assert.ok(contributed.length > 10);
});

test("menus name only commands and submenus that exist", () => {
  const known = new Set([...commandNames(), ...contributes.submenus.map(({ id }: { id: string }) => id)]);
  for (const [menu, items] of Object.entries<{ command?: string; submenu?: string }[]>(contributes.menus)) {
    for (const item of items)
      assert.ok(known.has(item.command ?? item.submenu ?? ""), `${menu}: ${JSON.stringify(item)}`);
  }
});

test("keys, which only the history takes, and welcomes lead to commands that exist", () => {
  const known = new Set(commandNames());
  for (const { command, when } of contributes.keybindings) {
    assert.ok(known.has(command), command);
    assert.match(when, /^focusedView == 'cotViewer\.history' && .*!inputFocus/, command);
  }
  const views: string[] = contributes.views.cotViewer.map(({ id }: { id: string }) => id);
  for (const { view, contents } of contributes.viewsWelcome) {
    assert.ok(views.includes(view), view);
    for (const language of ["package.nls.json", "package.nls.zh-cn.json"]) {
      const text: string = JSON.parse(read(language))[contents.slice(1, -1)];
      const links = [...text.matchAll(/\]\(command:([\w.]+)\)/g)].map(([, command]) => command ?? "");
      assert.ok(links.length > 0 && links.every((command) => known.has(command)), text);
    }
  }
});

test("every setting is read, and no other", () => {
  const settings = Object.keys(contributes.configuration.properties);
  const reading = [...read("src/host/settings.ts").matchAll(/read(?:<\w+>)?\("(\w+)"/g)].map(
    (match) => `cotViewer.${match[1]}`,
  );
  assert.deepEqual([...new Set(reading)].toSorted(), settings.toSorted());
});

test("the settings' choices are the code's", () => {
  const { properties } = contributes.configuration;
  assert.deepEqual(properties["cotViewer.openSteps"].enum, stepOpenings);
  const endpoint = properties["cotViewer.endpoints"].items.properties;
  assert.deepEqual(
    endpoint.dialect.enum,
    dialects.map(({ name }) => name),
  );
});

test("a workspace can choose no endpoint", () => {
  for (const name of ["cotViewer.endpoint", "cotViewer.endpoints"]) {
    assert.equal(contributes.configuration.properties[name].scope, "machine", name);
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(name), name);
  }
});

test("the walkthrough links and waits for what there is, and each step has its picture", () => {
  const known = new Set(commandNames());
  const settings = Object.keys(contributes.configuration.properties);
  const { steps } = contributes.walkthroughs[0];
  assert.equal(steps.length, 4);
  for (const { id, completionEvents, media } of steps) {
    for (const event of completionEvents) {
      const [, kind, name = ""] = /^(onContext|onSettingChanged):(.+)$/.exec(event) ?? [];
      // Not on a command: VS Code does not hear of those that the page has the extension run.
      assert.ok(kind === "onContext" ? source.includes(`${id}: "${name}"`) : settings.includes(name), event);
    }
    for (const path of Object.values<string>(media.image)) assert.ok(existsSync(new URL(path, root)), path);
    for (const language of ["package.nls.json", "package.nls.zh-cn.json"]) {
      const text: string = JSON.parse(read(language))[`walkthrough.${id}.text`];
      const links = [...text.matchAll(/\]\(command:([\w.]+)\)/g)].map(([, command]) => command ?? "");
      assert.ok(links.length > 0, `${language}: ${id}`);
      for (const command of links) assert.ok(known.has(command), `${id}: ${command}`);
    }
  }
});

test("the context keys of the manifest are set by the code", () => {
  const keys = new Set(
    JSON.stringify(contributes.menus).match(
      /cotViewer\.(running|hasRun|canResume|canAnswerNow|canArgue|canTitle|hasModelTitles|runsElsewhere)\b/g,
    ),
  );
  assert.ok(keys.size > 0);
  for (const key of keys) assert.ok(source.includes(`"setContext", "${key}"`), key);
});

test("what is not needed to run is no dependency, and versions are exact", () => {
  assert.equal(manifest.dependencies, undefined, "everything is bundled");
  for (const [name, version] of Object.entries<string>(manifest.devDependencies))
    assert.match(version, /^\d/, name);
});
