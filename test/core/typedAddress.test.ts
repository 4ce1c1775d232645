import assert from "node:assert/strict";
import { test } from "node:test";
import { freeName, typedAddress } from "../../src/core/ask/typedAddress.ts";

test("an address loses the path of a request, blanks and slashes at its end", () => {
  const typed: Record<string, [baseUrl: string, api: string]> = {
    "https://m.example.com/v1": ["https://m.example.com/v1", "chat"],
    "  https://m.example.com/v1/ \n": ["https://m.example.com/v1", "chat"],
    "https://m.example.com/v1/chat/completions": ["https://m.example.com/v1", "chat"],
    "https://m.example.com/v1/responses/": ["https://m.example.com/v1", "responses"],
    "https://m.example.com/v1/models": ["https://m.example.com/v1", "chat"],
    "http://192.168.1.5:8000": ["http://192.168.1.5:8000", "chat"],
    "https://api.openai.com/v1": ["https://api.openai.com/v1", "responses"],
    "https://api.openai.com/v1/models": ["https://api.openai.com/v1", "responses"],
    "https://api.openai.com/v1/chat/completions": ["https://api.openai.com/v1", "chat"],
    "https://m.example.com/@team/v1": ["https://m.example.com/@team/v1", "chat"],
  };
  for (const [text, [baseUrl, api]] of Object.entries(typed))
    assert.deepEqual(typedAddress(text), { baseUrl, api }, text);
});

test("what is no address, or carries a secret, is refused", () => {
  const faulty = [
    "",
    "x",
    "localhost:8000/v1",
    "ftp://m.example.com",
    "file:///etc/passwd",
    "https://",
    "/models",
  ];
  const secret = [
    "https://me:pw@m.example.com/v1",
    "https://key@m.example.com",
    "http:\\\\me:pw@m.example.com",
  ];
  const more = ["https://m.example.com/v1?key=1", "https://m.example.com/v1#x", "https://m.example.com/a b"];
  for (const text of [...faulty, ...secret, ...more]) assert.equal(typedAddress(text), undefined, text);
});

test("a name that is taken gets the first free number", () => {
  assert.equal(freeName("Groq", []), "Groq");
  assert.equal(freeName("Groq", ["Groq"]), "Groq 2");
  assert.equal(freeName("Groq", ["Groq 2", "Groq", "Groq 3"]), "Groq 4");
});
