// Drives an OpenAI-compatible server with OpenAI's own client. Prints a line for each thing that worked; throws at the first that did not.
//   node openai-client.mjs URL KEY STATEMENT
import assert from 'node:assert/strict';
import OpenAI from 'openai';

const [url, apiKey, statement] = process.argv.slice(2);
const client = new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: 0 });
const model = 'tiny';

const ids = [];
for await (const found of client.models.list()) ids.push(found.id);
assert.ok(ids.includes(model));
console.log('models');

const request = { model, prompt: `${statement}\n`, n: 3, seed: 5, stop: ['; left: 7'], max_tokens: 40, temperature: 0.8, top_p: 0.9, logprobs: 2 };
const completion = await client.completions.create(request);
assert.deepEqual(completion.choices.map(choice => choice.index), [0, 1, 2]);
assert.deepEqual((await client.completions.create(request)).choices, completion.choices);
for (const choice of completion.choices) {
  assert.ok(!choice.text.includes('; left: 7'));
  assert.equal(choice.logprobs.tokens.length, choice.logprobs.token_logprobs.length);
  assert.ok(choice.logprobs.tokens.join('').startsWith(choice.text));
  assert.ok(['stop', 'length'].includes(choice.finish_reason));
}
assert.equal(completion.usage.completion_tokens, completion.choices.reduce((sum, choice) => sum + choice.logprobs.tokens.length, 0));
console.log('completions');

const texts = ['', '', ''];
let usage;
for await (const chunk of await client.completions.create({ ...request, stream: true, stream_options: { include_usage: true } })) {
  for (const choice of chunk.choices) texts[choice.index] += choice.text;
  usage = chunk.usage ?? usage;
}
assert.deepEqual(texts, completion.choices.map(choice => choice.text));
assert.deepEqual(usage, completion.usage);
console.log('completions streamed');

const messages = [{ role: 'user', content: statement }];
const asked = { model, messages, n: 2, seed: 5, stop: '\n', max_completion_tokens: 40, logprobs: true, top_logprobs: 3 };
const chat = await client.chat.completions.create(asked);
assert.equal(chat.choices.length, 2);
for (const choice of chat.choices) {
  assert.equal(choice.message.role, 'assistant');
  assert.equal(choice.logprobs.content[0].top_logprobs.length, 3);
}
console.log('chat');

const contents = ['', ''];
for await (const chunk of await client.chat.completions.create({ ...asked, stream: true, stream_options: { include_usage: true } })) {
  for (const choice of chunk.choices) contents[choice.index] += choice.delta.content ?? '';
  usage = chunk.usage ?? usage;
}
assert.deepEqual(contents, chat.choices.map(choice => choice.message.content));
assert.deepEqual(usage, chat.usage);
console.log('chat streamed');

// Fields of vLLM go through the client as they are.
const step = { model, seed: 5, stop: '\n', max_completion_tokens: 60, include_stop_str_in_output: true };
const first = (await client.chat.completions.create({ ...step, messages })).choices[0].message.content;
assert.ok(first.endsWith('\n'));
const second = (await client.chat.completions.create({
  ...step, messages: [...messages, { role: 'assistant', content: first }], continue_final_message: true, add_generation_prompt: false,
})).choices[0].message.content;
assert.notEqual(second, '');
console.log('continued');

await assert.rejects(new OpenAI({ baseURL: `${url}/v1`, apiKey: 'wrong', maxRetries: 0 }).chat.completions.create(asked), OpenAI.AuthenticationError);
await assert.rejects(client.chat.completions.create({ ...asked, n: 1000 }), error => error instanceof OpenAI.BadRequestError && error.param === 'n' && error.code === 'integer_above_max_value');
console.log('refused');
