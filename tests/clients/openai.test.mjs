// OpenAI's own client for Node, unmodified, against a real server with the fake engine.
// It is run by test_clients.py, which sets KINEMA_URL, KINEMA_KEY and the paths PICTURE, a PNG of 720 × 1280,
// and FILM, an MP4 of 1.5 s.

import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";

import OpenAI, { toFile } from "openai";

const { KINEMA_URL, KINEMA_KEY, PICTURE, FILM } = process.env;
const client = new OpenAI({ baseURL: `${KINEMA_URL}/v1`, apiKey: KINEMA_KEY, maxRetries: 0 });
const stranger = new OpenAI({ baseURL: `${KINEMA_URL}/v1`, apiKey: "wrong", maxRetries: 0 });
const prompt = "A cat dancing in the rain";
const unknown = `video_${"0".repeat(32)}`;

async function ended(video) {
  while (video.status === "queued" || video.status === "in_progress") {
    await setTimeout(50);
    video = await client.videos.retrieve(video.id);
  }
  return video;
}

async function bytes(id, query) {
  const response = await client.videos.downloadContent(id, query);
  return [response.headers.get("content-type"), Buffer.from(await response.arrayBuffer())];
}

test("a film from its creation to its deletion, with its pictures", async () => {
  const { data, response, request_id } = await client.videos
    .create({ prompt, model: "sora-2", size: "1280x720", seconds: "8" })
    .withResponse();
  assert.deepEqual([data.object, data.status, data.progress], ["video", "queued", 0]);
  assert.ok(Number(response.headers.get("openai-poll-after-ms")) >= 1000);
  assert.ok(request_id);

  const video = await ended(data);
  assert.deepEqual([video.status, video.progress, video.error], ["completed", 100, null]);
  assert.deepEqual([video.model, video.size, video.seconds], ["sora-2", "1280x720", "8"]);
  assert.equal(video.prompt, prompt);
  assert.ok(video.created_at <= video.completed_at && video.completed_at < video.expires_at);

  const [type, film] = await bytes(video.id);
  assert.deepEqual([type, film.toString("latin1", 4, 8)], ["video/mp4", "ftyp"]);
  const [, again] = await bytes(video.id, { variant: "video" });
  assert.ok(film.equals(again));
  const [thumbnailType, thumbnail] = await bytes(video.id, { variant: "thumbnail" });
  assert.deepEqual([thumbnailType, thumbnail.toString("latin1", 8, 12)], ["image/webp", "WEBP"]);
  const [sheetType, sheet] = await bytes(video.id, { variant: "spritesheet" });
  assert.deepEqual([sheetType, sheet.toString("hex", 0, 3)], ["image/jpeg", "ffd8ff"]);

  const deleted = await client.videos.delete(video.id);
  assert.deepEqual({ ...deleted }, { id: video.id, object: "video.deleted", deleted: true });
  await assert.rejects(client.videos.retrieve(video.id), OpenAI.NotFoundError);
});

test("a creation as JSON, with the defaults", async () => {
  const video = await client.post("/videos", { body: { prompt } });
  assert.deepEqual([video.status, video.model], ["queued", "sora-2"]);
  assert.deepEqual([video.size, video.seconds], ["720x1280", "4"]);
});

test("a reference image as a stream, as bytes, and as a data URL", async () => {
  const picture = await readFile(PICTURE);
  const references = [
    createReadStream(PICTURE),
    await toFile(picture, "a cat.png", { type: "image/png" }),
    { image_url: `data:image/png;base64,${picture.toString("base64")}` },
  ];
  for (const input_reference of references) {
    assert.equal((await client.videos.create({ prompt, input_reference })).status, "queued");
  }
  const small = client.videos.create({ prompt, size: "1280x720", input_reference: createReadStream(PICTURE) });
  await assert.rejects(small, { status: 400, param: "input_reference", code: "invalid_image" });
});

test("a film that fails is an answer, not an exception", async () => {
  const video = await ended(await client.videos.create({ prompt: "[fail]" }));
  assert.deepEqual([video.status, video.error.code], ["failed", "render_failed"]);
  assert.ok(video.error.message);
});

test("iterating a list of small pages gives every video once, in either order", async () => {
  const made = [];
  for (let number = 0; number < 5; number++) {
    made.push((await client.videos.create({ prompt: `Film ${number}` })).id);
  }
  for (const [order, expected] of [["asc", made], ["desc", made.toReversed()]]) {
    const found = [];
    for await (const video of client.videos.list({ limit: 2, order })) found.push(video.id);
    assert.equal(new Set(found).size, found.length);
    assert.deepEqual(found.filter((id) => made.includes(id)), expected);
  }
});

test("errors are the client's own classes, with the field and the code", async () => {
  const refused = await client.videos.create({ prompt, seconds: "5" }).catch((error) => error);
  assert.ok(refused instanceof OpenAI.BadRequestError);
  assert.deepEqual([refused.param, refused.code], ["seconds", "unsupported_value"]);
  assert.equal(refused.type, "invalid_request_error");
  assert.ok(refused.requestID);
  await assert.rejects(client.videos.retrieve(unknown), OpenAI.NotFoundError);
  const unauthorised = await stranger.videos.list().catch((error) => error);
  assert.ok(unauthorised instanceof OpenAI.AuthenticationError);
  assert.equal(unauthorised.code, "invalid_api_key");
});

test("models are listed, and asked for by name", async () => {
  const names = [];
  for await (const model of client.models.list()) names.push(model.id);
  for (const name of ["sora-2", "sora-2-pro"]) assert.ok(names.includes(name));
  assert.equal((await client.models.retrieve("sora-2")).id, "sora-2");
});

test("a film is remixed, edited and extended", async () => {
  const source = await ended(await client.videos.create({ prompt }));
  const video = { id: source.id };
  const made = [
    await client.videos.remix(source.id, { prompt: "by night" }),
    await client.videos.edit({ prompt: "in snow", video }),
    await client.videos.extend({ prompt: "it dances on", seconds: "4", video }),
  ];
  const films = await Promise.all(made.map(ended));
  assert.deepEqual(films.map(({ status }) => status), ["completed", "completed", "completed"]);
  assert.deepEqual(films.map(({ seconds }) => seconds), ["4", "4", "8"]);
  assert.deepEqual(films.map((film) => film.remixed_from_video_id), [source.id, source.id, null]);
  const [, longer] = await bytes(films[2].id);
  assert.equal(longer.toString("latin1", 4, 8), "ftyp");
});

test("a film that is brought is edited and extended", async () => {
  const edit = await client.videos.edit({ prompt: "film noir", video: createReadStream(FILM) });
  const longer = await client.videos.extend({ prompt, seconds: "4", video: createReadStream(FILM) });
  for (const [made, seconds] of [[edit, "2"], [longer, "6"]]) {
    assert.deepEqual([made.status, made.seconds, made.size], ["queued", seconds, "1280x720"]);
    assert.equal((await ended(made)).status, "completed");
  }
});

test("characters are made, asked for, and play in one film", async () => {
  const [mia, tom] = await Promise.all(
    ["Mia", "Tom"].map((name) => client.videos.createCharacter({ name, video: createReadStream(FILM) })),
  );
  assert.deepEqual([mia.name, tom.name], ["Mia", "Tom"]);
  assert.deepEqual(await client.videos.getCharacter(mia.id), mia);
  // The client's types do not have them; it writes the array as repeated parts of the form.
  const play = (...characters) => client.videos.create({ prompt: "Mia and Tom", characters });
  assert.equal((await ended(await play({ id: mia.id }, { id: tom.id }))).status, "completed");
  const nobody = { id: `char_${"0".repeat(32)}` };
  await assert.rejects(play({ id: mia.id }, nobody), { status: 404, message: /characters\[1\]/ });
  await assert.rejects(client.videos.getCharacter(nobody.id), OpenAI.NotFoundError);
});

test("files are kept, listed, a film's first frame, and deleted", async () => {
  const picture = await readFile(PICTURE);
  const [file, other] = [
    await client.files.create({ file: createReadStream(PICTURE), purpose: "vision" }),
    await client.files.create({
      file: await toFile(picture, "a cat.png"),
      purpose: "vision",
      expires_after: { anchor: "created_at", seconds: 3600 },
    }),
  ];
  assert.deepEqual([file.object, file.bytes, file.expires_at], ["file", picture.length, null]);
  assert.deepEqual([other.filename, other.expires_at - other.created_at], ["a cat.png", 3600]);
  assert.deepEqual(await client.files.retrieve(file.id), file);
  const found = [];
  for await (const { id } of client.files.list({ limit: 1, purpose: "vision" })) found.push(id);
  assert.deepEqual(found.filter((id) => [file.id, other.id].includes(id)), [other.id, file.id]);
  assert.ok(picture.equals(Buffer.from(await (await client.files.content(file.id)).arrayBuffer())));

  const video = await client.videos.create({ prompt, input_reference: { file_id: file.id } });
  const deleted = await client.files.delete(file.id);
  assert.deepEqual({ ...deleted }, { id: file.id, object: "file", deleted: true });
  await assert.rejects(client.files.retrieve(file.id), OpenAI.NotFoundError);
  assert.equal((await ended(video)).status, "completed");
});
