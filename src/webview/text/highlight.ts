import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import kotlin from "highlight.js/lib/languages/kotlin";
import markdown from "highlight.js/lib/languages/markdown";
import php from "highlight.js/lib/languages/php";
import python from "highlight.js/lib/languages/python";
import ruby from "highlight.js/lib/languages/ruby";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import swift from "highlight.js/lib/languages/swift";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";

const languages = {
  bash,
  c,
  cpp,
  csharp,
  css,
  diff,
  go,
  java,
  javascript,
  json,
  kotlin,
  markdown,
  php,
  python,
  ruby,
  rust,
  sql,
  swift,
  typescript,
  xml,
  yaml,
};
for (const [name, grammar] of Object.entries(languages)) hljs.registerLanguage(name, grammar);

/** Above this many characters colouring would be felt as a pause. */
const tooLong = 50_000;

/** Themes tell more apart than highlight.js does: words that lead through a program, and types that are built in. */
const finer = [
  {
    among: "hljs-keyword",
    words:
      "if else elif elseif elsif unless then fi for foreach while until loop do done end switch case esac when match " +
      "default break continue next return yield await throw throws raise try catch except rescue finally ensure defer " +
      "goto pass with import export from as require include use",
    name: "control",
  },
  {
    among: "hljs-built_in",
    words: "any boolean string number bigint symbol object never unknown void int float bool str bytes",
    name: "primitive",
  },
].map(({ among, words, name }) => ({
  spans: new RegExp(`<span class="${among}(?=">(?:${words.replaceAll(" ", "|")})<)`, "g"),
  name,
}));

/** The code as HTML with a class on each token, or undefined when its language is not known here. */
export function highlight(code: string, language: string): string | undefined {
  if (code.length > tooLong || !hljs.getLanguage(language)) return undefined;
  const { value } = hljs.highlight(code, { language, ignoreIllegals: true });
  return finer.reduce((html, { spans, name }) => html.replace(spans, `$& ${name}`), value);
}
