import { isFields } from "../wire/fields.ts";

/**
 * The models' names in an answer to GET /models, each once and in alphabetical order; undefined when it is no list
 * of models. Known shapes: `{data: [{id}]}` (OpenAI), `{models: [{name}]}` (Ollama's own API), and the bare list of
 * Together (docs.together.ai/reference/models).
 */
export function readModelList(body: unknown): string[] | undefined {
  const list = listIn(body);
  const names = list?.map(nameIn).filter((name) => name !== undefined);
  if (!list || !names || (names.length === 0 && list.length > 0)) return undefined;
  return [...new Set(names)].toSorted((one, other) => one.localeCompare(other, "en"));
}

function listIn(body: unknown): unknown[] | undefined {
  const candidates: unknown[] = isFields(body) ? [body["data"], body["models"]] : [body];
  return candidates.find((each): each is unknown[] => Array.isArray(each));
}

function nameIn(model: unknown): string | undefined {
  if (!isFields(model)) return undefined;
  return [model["id"], model["name"]].find((name): name is string => typeof name === "string" && name !== "");
}
