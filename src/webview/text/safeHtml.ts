import DOMPurify from "dompurify";

// What Markdown can say and nothing more; a tag not named here becomes its text.
const tags =
  "p br hr h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code span em strong del b i u s a table thead tbody tr th td sub sup kbd mark details summary";
const attributes = "class data-href data-lang data-tex role tabindex title start align open";

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

// Presentation only: nothing that refers, acts, annotates or can hold HTML.
const mathTags =
  "#text math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mstyle mpadded mphantom menclose";
// No colours, which would not be the theme's, and nothing that moves a sign over what stands beside the formula.
const mathAttributes =
  "class display displaystyle scriptlevel accent accentunder fence form stretchy symmetric minsize maxsize movablelimits largeop lspace rspace linethickness width height notation columnspan rowspan";

/** MathML as elements; of anything else nothing is left. */
export function safeMath(mathml: string): DocumentFragment {
  return DOMPurify.sanitize(mathml, {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: mathTags.split(" "),
    ALLOWED_ATTR: mathAttributes.split(" "),
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    KEEP_CONTENT: false,
  });
}
