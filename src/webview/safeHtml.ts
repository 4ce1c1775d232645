import DOMPurify from "dompurify";

// What Markdown can say and nothing more; a tag not named here becomes its text.
const tags =
  "p br hr h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code span em strong del b i u s a table thead tbody tr th td sub sup kbd mark details summary";
const attributes = "class data-href data-lang role tabindex title start align open";

/**
 * The one place where HTML becomes elements. Whatever comes in, what goes out can load nothing, run
 * nothing and send nothing: no address attribute exists in it (links carry `data-href`, see links.ts).
 */
export function safeHtml(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: tags.split(" "),
    ALLOWED_ATTR: attributes.split(" "),
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    KEEP_CONTENT: true,
  });
}
