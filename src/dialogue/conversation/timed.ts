/** The result of `work` and the microseconds it took. */
export function timed<Value>(work: () => Value): {readonly value: Value; readonly us: number} {
  const began = process.hrtime.bigint()
  const value = work()
  return {value, us: Number((process.hrtime.bigint() - began) / 1000n)}
}
