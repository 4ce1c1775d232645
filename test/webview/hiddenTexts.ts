/** Texts with characters that hide or turn text around, and what must be seen in their place. */
export const hiddenTexts: readonly (readonly [text: string, shown: string])[] = [
  ["if (level != 'user\u202E \u2066; only admin\u2069 \u2066') {", "⟨U+202E⟩"],
  ["\u202A\u202B\u202C\u202D", "⟨U+202A +3⟩"],
  ["a\u2066b\u2067c\u2068d\u2069", "a⟨U+2066⟩b⟨U+2067⟩c⟨U+2068⟩d⟨U+2069⟩"],
  ["left\u200Eto\u200Fright", "left⟨U+200E⟩to⟨U+200F⟩right"],
  ["arabic\u061Cmark", "arabic⟨U+061C⟩mark"],
  ["is\u200BAdmin", "is⟨U+200B⟩Admin"],
  ["user\u200Dname user\u200Cname", "user⟨U+200D⟩name user⟨U+200C⟩name"],
  ["word\u2060joiner\uFEFF", "word⟨U+2060⟩joiner⟨U+FEFF⟩"],
  ["in\u2061vi\u2062si\u2063ble\u2064", "in⟨U+2061⟩vi⟨U+2062⟩si⟨U+2063⟩ble⟨U+2064⟩"],
  ["soft\u00ADhyphen", "soft⟨U+00AD⟩hyphen"],
  ["const \u3164 = 1", "const ⟨U+3164⟩ = 1"],
  ["x\u115F\u1160\uFFA0y", "x⟨U+115F +2⟩y"],
  ["mongolian\u180Eseparator", "mongolian⟨U+180E⟩separator"],
  ["bell\u0007 escape\u001B[31m", "bell⟨U+0007⟩ escape⟨U+001B⟩[31m"],
  ["delete\u007F next\u0085line", "delete⟨U+007F⟩ next⟨U+0085⟩line"],
  ["line\u2028and\u2029paragraph", "line⟨U+2028⟩and⟨U+2029⟩paragraph"],
  ["note\uFFF9a\uFFFAb\uFFFB", "note⟨U+FFF9⟩a⟨U+FFFA⟩b⟨U+FFFB⟩"],
  ["hi\u{E0069}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}", "hi⟨U+E0069 +5⟩"],
  ["data\uFE00\uFE01\uFE02\uFE03 in selectors", "data⟨U+FE00 +3⟩ in selectors"],
  [`heap${"\u0301".repeat(40)}`, "heap⟨U+0301 +39⟩"],
  ["more\u{E0100}\u{E0101}\u{E0102}", "more⟨U+E0100 +2⟩"],
];

/** Texts in which such characters are letters' business and stay. */
export const honestTexts: readonly string[] = [
  "می\u200Cخواهم",
  "क्\u200Dष",
  "👩\u200D💻 and ❤\uFE0F",
  "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
  "葛\u{E0100}飾",
  "שלום עולם, مرحبا بالعالم",
  "tab\tand line",
];
