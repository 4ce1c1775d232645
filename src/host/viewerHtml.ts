/** What the page is made of: addresses as the webview may load them, and the words of its language. */
export interface ViewerPage {
  /** Fresh for every page, not guessable. */
  nonce: string;
  cspSource: string;
  script: string;
  style: string;
  /** The codicon font. */
  font: string;
  surface: "panel" | "tab";
  /** A BCP 47 tag, as `vscode.env.language`. */
  language: string;
  /** From the English sentence to the sentence in that language. */
  strings: Readonly<Record<string, unknown>>;
}

/**
 * The whole page. Nothing may load but the three files named here; no inline style, no picture, no
 * connection, so that whatever a model writes can reach nothing.
 */
export function viewerHtml(page: ViewerPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${page.nonce}'`,
    `style-src ${page.cspSource}`,
    `font-src ${page.cspSource}`,
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${escape(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reasoning</title>
<link rel="stylesheet" href="${escape(page.style)}">
</head>
<body data-surface="${page.surface}" data-font="${escape(page.font)}">
<script type="application/json" id="strings" nonce="${escape(page.nonce)}">${json(page.strings)}</script>
<script nonce="${escape(page.nonce)}" src="${escape(page.script)}"></script>
</body>
</html>
`;
}

/** A page of one sentence, which may load nothing. */
export function noticeHtml({ text, language }: { text: string; language: string }): string {
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>Reasoning</title>
</head>
<body><p role="alert">${escape(text)}</p></body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** JSON that cannot end the script element it stands in. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
