// Confirms every accepted row of a published snapshot with an evaluator that shares no code with the product: its own statement reader, its own
// expression parser, exact integers. In the preference configs it judges both sides, and for rl it reads the task from the ground truth. Usage: node evaluate.mjs SNAPSHOT. Prints one JSON line; exit code 1 when a row is not confirmed.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const snapshot = process.argv[2]
if (!snapshot) {
  console.error('usage: node evaluate.mjs SNAPSHOT')
  process.exit(2)
}

/** Recursive descent over integers, + - * / and parentheses; reports numbers used and whether each intermediate is a positive integer. */
function evaluate(text) {
  const tokens = text.match(/\d+|[-+*/()]|\S/g) ?? []
  let at = 0
  const used = []
  let positive = true
  const value = sum()
  if (at !== tokens.length) throw new Error(`unexpected ${tokens[at]} in ${text}`)
  return { value, used, positive }

  function sum() {
    let left = product()
    while (tokens[at] === '+' || tokens[at] === '-') {
      const sign = tokens[at++]
      const right = product()
      left = note(sign === '+' ? left + right : left - right)
    }
    return left
  }

  function product() {
    let left = atom()
    while (tokens[at] === '*' || tokens[at] === '/') {
      const sign = tokens[at++]
      const right = atom()
      if (sign === '/' && (right === 0n || left % right !== 0n)) throw new Error(`${left} / ${right} is no integer in ${text}`)
      left = note(sign === '*' ? left * right : left / right)
    }
    return left
  }

  function atom() {
    const token = tokens[at++]
    if (token === '(') {
      const inner = sum()
      if (tokens[at++] !== ')') throw new Error(`missing ) in ${text}`)
      return inner
    }
    if (!/^\d+$/.test(token ?? '')) throw new Error(`unexpected ${token} in ${text}`)
    used.push(BigInt(token))
    return BigInt(token)
  }

  function note(result) {
    if (result <= 0n) positive = false
    return result
  }
}

function confirm(statement, answer) {
  const countdown = /^Using the numbers ([\d, ]+), each at most once, and the operations \+ - \* \/, make (\d+)\.$/.exec(statement)
  if (countdown) {
    const available = countdown[1].split(', ').map(BigInt)
    const { value, used, positive } = evaluate(answer)
    for (const number of used) {
      const index = available.indexOf(number)
      if (index < 0) return `${number} is not available`
      available.splice(index, 1)
    }
    if (used.length < 2) return 'no operation'
    if (!positive) return 'an intermediate is not positive'
    return value === BigInt(countdown[2]) ? null : `makes ${value}`
  }
  const arithmetic = /^Compute (.+)\.$/.exec(statement)
  if (arithmetic) {
    const { value } = evaluate(arithmetic[1])
    return value === BigInt(answer.trim()) ? null : `the value is ${value}, not ${answer}`
  }
  return 'unknown kind of statement'
}

async function* rowsOf(config) {
  const folder = path.join(snapshot, config)
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const file = await asyncBufferFromFile(path.join(folder, name))
    yield* await parquetReadObjects({ file, compressors })
  }
}

/** Whether the answer on the response's last line is right; null when there is no such line. */
function isCorrect(statement, response) {
  const stated = /^Answer: (.+)$/.exec(response.trimEnd().split('\n').at(-1))
  if (!stated) return null
  try {
    return confirm(statement, stated[1]) === null
  } catch {
    return false
  }
}

/** Whether the ground truth of a reward task states the numbers and the target of its statement. */
function statesTask(statement, groundTruth) {
  const countdown = /^Using the numbers ([\d, ]+), each .* make (\d+)\.$/.exec(statement)
  if (!countdown) return true
  const { numbers, target } = JSON.parse(groundTruth)
  return numbers.join(', ') === countdown[1] && String(target) === countdown[2]
}

const result = { snapshot: path.basename(snapshot), rows: {}, confirmed: 0, problems: 0, judged: 0, tasks: 0, faults: [] }
const problems = new Set()
for (const config of ['sft', 'shortcut']) {
  result.rows[config] = 0
  for await (const row of rowsOf(config)) {
    result.rows[config]++
    problems.add(row.problem_id)
    const [user, assistant] = row.messages
    const lines = assistant.content.trimEnd().split('\n')
    const last = /^Answer: (.+)$/.exec(lines[lines.length - 1])
    let fault
    try {
      fault = row.messages.length !== 2 || user.role !== 'user' || assistant.role !== 'assistant' ? 'roles'
        : !last ? 'no answer line'
        : confirm(user.content, last[1])
    } catch (error) {
      fault = error.message
    }
    if (fault) result.faults.push({ config, id: row.id, fault })
    else result.confirmed++
  }
}

function judge(config, row, statement, response, expected) {
  if (isCorrect(statement, response) === expected) result.judged++
  else result.faults.push({ config, id: row.id, fault: `the answer is ${expected ? 'not correct' : 'not wrong'}` })
}
for await (const row of rowsOf('dpo')) {
  judge('dpo', row, row.prompt[0].content, row.chosen[0].content, true)
  judge('dpo', row, row.prompt[0].content, row.rejected[0].content, false)
}
for await (const row of rowsOf('dpo_pairs')) {
  judge('dpo_pairs', row, row.messages[0].content, row.chosen.content, true)
  judge('dpo_pairs', row, row.messages[0].content, row.rejected.content, false)
}
for await (const row of rowsOf('kto')) judge('kto', row, row.prompt[0].content, row.completion[0].content, row.label)
for await (const row of rowsOf('kto_messages')) judge('kto_messages', row, row.messages[0].content, row.messages[1].content, row.label)
for await (const row of rowsOf('processbench')) judge('processbench', row, row.problem, row.steps.at(-1), row.final_answer_correct)
for await (const row of rowsOf('rl')) {
  result.tasks++
  if (!statesTask(row.prompt[0].content, row.reward_model.ground_truth)) result.faults.push({ config: 'rl', id: row.id, fault: 'ground truth' })
}
result.problems = problems.size
result.faults = result.faults.slice(0, 20)
console.log(JSON.stringify(result))
process.exit(result.faults.length > 0 ? 1 : 0)
