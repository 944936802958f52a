// Webhooks with OpenAI's own client for Node: it manages endpoints, and unwraps what the real server sent.
// It is run by test_clients.py, which sets KINEMA_URL, KINEMA_KEY and RECEIVER, where the server may send to.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";

import OpenAI from "openai";

const { KINEMA_URL, KINEMA_KEY, RECEIVER } = process.env;
const client = new OpenAI({ baseURL: `${KINEMA_URL}/v1`, apiKey: KINEMA_KEY, maxRetries: 0 });
const url = `http://${RECEIVER}/kinema`;

const told = [];
const receiver = createServer(async (request, response) => {
  const body = (await buffer(request)).toString();
  response.writeHead(204).end();
  told.push({ body, headers: request.headers });
});

before((_, done) => receiver.listen(RECEIVER.split(":")[1], "127.0.0.1", done));
after(() => receiver.close());

async function next(word) {
  for (let tries = 0; tries < 1000; tries++) {
    const at = told.findIndex(({ body }) => body.includes(word));
    if (at >= 0) return told.splice(at, 1)[0];
    await setTimeout(20);
  }
  throw new Error(`No webhook with ${word} came.`);
}

test("how tasks end is told, signed, and unwraps; what was changed does not", async () => {
  const { id, signing_secret } = await client.webhooks.create({
    url,
    name: "ends",
    event_types: ["video.completed", "video.failed"],
  });
  for (const [prompt, type] of [["A cat", "video.completed"], ["[fail]", "video.failed"]]) {
    const video = await client.videos.create({ prompt });
    const { body, headers } = await next(video.id);
    const event = await client.webhooks.unwrap(body, headers, signing_secret);
    assert.deepEqual([event.object, event.type, event.data], ["event", type, { id: video.id }]);
    assert.equal(event.id, headers["webhook-id"]);
    const changed = client.webhooks.unwrap(`${body} `, headers, signing_secret);
    await assert.rejects(changed, OpenAI.InvalidWebhookSignatureError);
  }
  await client.webhooks.delete(id);
});

test("endpoints are made, listed, changed, tried, given a new secret, and deleted", async () => {
  const types = await client.webhooks.eventTypes.list();
  assert.ok(["video.completed", "video.failed"].every((type) => types.data.includes(type)));
  const made = [];
  for (const name of ["one", "two"]) {
    made.push(await client.webhooks.create({ url, name, event_types: ["video.completed"] }));
  }
  const found = [];
  for await (const endpoint of client.webhooks.list({ limit: 1 })) found.push(endpoint.id);
  assert.deepEqual(found, made.map(({ id }) => id).toReversed());

  const [{ id, signing_secret: old }, other] = made;
  const changed = await client.webhooks.update(id, { name: "three", event_types: ["video.failed"] });
  assert.deepEqual([changed.name, changed.url, changed.event_types], ["three", url, ["video.failed"]]);
  assert.deepEqual(await client.webhooks.retrieve(id), changed);

  const { signing_secret } = await client.webhooks.rotateSecret(id);
  const tried = await client.webhooks.test(id, { event_type: "video.failed" });
  assert.deepEqual([tried.success, tried.status_code], [true, 204]);
  const { body, headers } = await next("video.failed");
  assert.equal((await client.webhooks.unwrap(body, headers, signing_secret)).type, "video.failed");
  await assert.rejects(client.webhooks.unwrap(body, headers, old), OpenAI.InvalidWebhookSignatureError);

  for (const endpoint of [id, other.id]) assert.ok((await client.webhooks.delete(endpoint)).deleted);
  await assert.rejects(client.webhooks.retrieve(id), OpenAI.NotFoundError);
});
