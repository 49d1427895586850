import assert from "node:assert/strict";
import { test } from "node:test";
import { fromDocument, idPlaces, idsOf, toDocument } from "../src/convert.mjs";
import { documentOf, paragraph, written } from "./making.mjs";

test("every document comes back byte for byte", () => {
  for (let seed = 0; seed < 3000; seed++) {
    const document = documentOf(seed);
    const doc = fromDocument(document);
    doc.check();
    assert.equal(JSON.stringify(toDocument(doc)), JSON.stringify(document), `seed ${seed}`);
  }
});

test("equal neighbours become one span and empty spans go, and nothing else changes", () => {
  const spans = [{ text: "one " }, { text: "" }, { text: "two" }, { marks: ["strong"], text: "!" }];
  const document = written({ block: { body: { paragraph: { spans } }, id: "p-00000000" } });
  const came = toDocument(fromDocument(document)).nodes[0].block.body.paragraph.spans;
  assert.deepEqual(came, [{ text: "one two" }, { marks: ["strong"], text: "!" }]);
});

test("text is written in Unicode normalisation form C", () => {
  const doc = fromDocument(written(paragraph("p-00000000", "Cafe\u0301")));
  assert.equal(toDocument(doc).nodes[0].block.body.paragraph.spans[0].text, "Caf\u00e9");
});

test("places of ids stand in the order in which the document writes them", () => {
  for (let seed = 0; seed < 500; seed++) {
    const document = documentOf(seed);
    const doc = fromDocument(document);
    const places = idPlaces(doc);
    for (const { pos, id, kind } of places) {
      assert.equal(doc.nodeAt(pos).attrs.id, id);
      assert.equal(doc.nodeAt(pos).type.name, kind);
    }
    assert.deepEqual(places.map(({ id, kind }) => ({ id, kind })), idsOf(document));
    const inJson = [...JSON.stringify(document).matchAll(/"id":"([pt]-[0-9a-z]{8})"/g)].map((match) => match[1]);
    assert.deepEqual(new Set(places.map(({ id }) => id)), new Set(inJson), `seed ${seed}`);
  }
});

test("a document of another format or with an unknown block is refused in words", () => {
  assert.throws(() => fromDocument({ format: 2, nodes: [] }), /format 1/);
  assert.throws(() => fromDocument(written({ block: { body: { poem: {} }, id: "p-00000000" } })), /does not know: poem/);
  assert.throws(() => fromDocument(written({ block: { body: { paragraph: { spans: [{ marks: ["blink"], text: "x" }] } }, id: "" } })), /blink/);
});
