import {ConditionError} from './condition-error.ts'

/** A flow that cannot run; `path` is where, as in `states.booking.transitions.0`. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError'
  readonly path: string

  constructor(path: string, message: string) {
    super(`${path}: ${message}`)
    this.path = path
  }
}

/** Tells where what could not be compiled stands. */
export function guard<T>(path: string, compile: () => T): T {
  try {
    return compile()
  } catch (error) {
    if (error instanceof ConditionError) throw new ScenarioError(path, `${error.code} ${error.message}`)
    if (error instanceof ScenarioError) throw error
    if (error instanceof Error) throw new ScenarioError(path, error.message)
    throw error
  }
}
