import DOMPurify from "dompurify";

// What Markdown can say and nothing more; a tag not named here becomes its text.
const tags =
  "p br hr h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code span em strong del b i u s a table thead tbody tr th td sub sup kbd mark details summary";
const attributes = "class data-href data-lang data-tex role tabindex title start align open";

// Presentation only: nothing that refers, acts, annotates or can hold HTML.
const mathTags =
  "#text math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mstyle mpadded mphantom menclose";
// No colours, which would not be the theme's, and nothing that moves a sign over what stands beside the formula.
const mathAttributes =
  "class display displaystyle scriptlevel accent accentunder fence form stretchy symmetric minsize maxsize movablelimits largeop lspace rspace linethickness width height notation columnspan rowspan";

const cleanText = cleaner({ tags, attributes, keepsContent: true });
const cleanMath = cleaner({ tags: mathTags, attributes: mathAttributes, keepsContent: false });

/**
 * The one place where HTML becomes elements. Whatever comes in, what goes out can load nothing, run
 * nothing and send nothing: no address attribute exists in it (links carry `data-href`, see links.ts).
 */
export function safeHtml(html: string): DocumentFragment {
  return cleanText(html);
}

/** MathML as elements; of anything else nothing is left. */
export function safeMath(mathml: string): DocumentFragment {
  return cleanMath(mathml);
}

/** A purifier of its own for each list, which it reads once: to read it again takes as long as to clean a paragraph. */
function cleaner({ tags: allowed, attributes: kept, keepsContent }: CleanParts) {
  const purifier = DOMPurify(window);
  const config = {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: allowed.split(" "),
    ALLOWED_ATTR: kept.split(" "),
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    KEEP_CONTENT: keepsContent,
  } as const;
  purifier.setConfig(config);
  return (html: string): DocumentFragment => purifier.sanitize(html, config);
}

interface CleanParts {
  tags: string;
  attributes: string;
  /** Whether of a tag that goes what it held stays. */
  keepsContent: boolean;
}
