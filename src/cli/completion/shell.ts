/** The shells that can complete; a file of its own, so that the command loads without the scripts. */
export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]
