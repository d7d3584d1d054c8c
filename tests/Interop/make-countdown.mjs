// Makes countdown problems without the product: numbers and target at random, kept when brute force finds the target.
// Usage: node make-countdown.mjs COUNT SEED > problems.jsonl
const [count, seed] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 1)]

// mulberry32: small, seeded, and not the product's generator.
let state = seed >>> 0
function random() {
  state = (state + 0x6d2b79f5) >>> 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const between = (low, high) => low + Math.floor(random() * (high - low + 1))

function reachable(numbers, target) {
  if (numbers.includes(target)) return true
  for (let i = 0; i < numbers.length; i++) {
    for (let j = 0; j < numbers.length; j++) {
      if (i === j) continue
      const rest = numbers.filter((_, k) => k !== i && k !== j)
      const [a, b] = [numbers[i], numbers[j]]
      const results = []
      if (i < j) results.push(a + b, a * b)
      if (a > b) results.push(a - b)
      if (b > 0 && a % b === 0) results.push(a / b)
      if (results.some((r) => reachable([r, ...rest], target))) return true
    }
  }
  return false
}

for (let made = 0; made < count; ) {
  const numbers = Array.from({ length: between(3, 4) }, () => between(1, 50))
  const target = between(10, 100)
  if (numbers.includes(target) || !reachable(numbers, target)) continue
  made++
  console.log(JSON.stringify({
    problem: `Using the numbers ${numbers.join(', ')}, each at most once, and the operations + - * /, make ${target}.`,
    answer: String(target),
    kind: 'countdown',
    meta: { numbers, target },
  }))
}
